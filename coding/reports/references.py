# SPDX-License-Identifier: GPL-3.0-or-later
"""What the saturation report cites, in full."""

from __future__ import annotations

from collections.abc import Collection

REFERENCES = {
    "balard": "Balard, F., Kivits, J., Schrecker, C., & Volery, I. (2016). L’analyse qualitative en santé. In "
    "J. Kivits, F. Balard, C. Fournier, & M. Winance (Eds.), Les recherches qualitatives en santé. Armand Colin.",
    "braun": "Braun, V., & Clarke, V. (2021). To saturate or not to saturate? Questioning data saturation as a useful "
    "concept for thematic analysis and sample-size rationales. Qualitative Research in Sport, Exercise and Health, "
    "13(2), 201–216.",
    "burnham": "Burnham, K. P., & Overton, W. S. (1978). Estimation of the size of a closed population when capture "
    "probabilities vary among animals. Biometrika, 65(3), 625–633.",
    "chao": "Chao, A. (1987). Estimating the population size for capture-recapture data with unequal catchability. "
    "Biometrics, 43(4), 783–791.",
    "chao_jost": "Chao, A., & Jost, L. (2012). Coverage-based rarefaction and extrapolation: Standardizing samples by "
    "completeness rather than size. Ecology, 93(12), 2533–2547.",
    "colwell": "Colwell, R. K., Mao, C. X., & Chang, J. (2004). Interpolating, extrapolating, and comparing "
    "incidence-based species accumulation curves. Ecology, 85(10), 2717–2727.",
    "francis": "Francis, J. J., Johnston, M., Robertson, C., Glidewell, L., Entwistle, V., Eccles, M. P., & Grimshaw, "
    "J. M. (2010). What is an adequate sample size? Operationalising data saturation for theory-based interview "
    "studies. Psychology & Health, 25(10), 1229–1245.",
    "guest": "Guest, G., Namey, E., & Chen, M. (2020). A simple method to assess and report thematic saturation in "
    "qualitative research. PLoS ONE, 15(5), e0232076.",
    "guest_bunce": "Guest, G., Bunce, A., & Johnson, L. (2006). How many interviews are enough? An experiment with "
    "data saturation and variability. Field Methods, 18(1), 59–82.",
    "hennink": "Hennink, M. M., Kaiser, B. N., & Marconi, V. C. (2017). Code saturation versus meaning saturation: How "
    "many interviews are enough? Qualitative Health Research, 27(4), 591–608.",
    "lee": "Lee, S.-M., & Chao, A. (1994). Estimating population size via sample coverage for closed capture-recapture "
    "models. Biometrics, 50(1), 88–97.",
    "malterud": "Malterud, K., Siersma, V. D., & Guassora, A. D. (2016). Sample size in qualitative interview studies: "
    "Guided by information power. Qualitative Health Research, 26(13), 1753–1760.",
    "saunders": "Saunders, B., Sim, J., Kingstone, T., Baker, S., Waterfield, J., Bartlam, B., Burroughs, H., & Jinks, "
    "C. (2018). Saturation in qualitative research: Exploring its conceptualization and operationalization. Quality & "
    "Quantity, 52(4), 1893–1907.",
    "smith": "Smith, E. P., & van Belle, G. (1984). Nonparametric estimation of species richness. Biometrics, 40(1), "
    "119–129.",
    "tong": "Tong, A., Sainsbury, P., & Craig, J. (2007). Consolidated criteria for reporting qualitative research "
    "(COREQ): A 32-item checklist for interviews and focus groups. International Journal for Quality in Health Care, "
    "19(6), 349–357.",
}
ALWAYS = ("balard", "chao", "chao_jost", "colwell", "francis", "guest", "hennink", "saunders", "tong", "braun")
OTHER_RULES = ("burnham", "guest_bunce", "lee", "smith")


def cited(keys: Collection[str]) -> list[str]:
    """These references, in alphabetical order."""
    return [text for key, text in sorted(REFERENCES.items(), key=lambda pair: pair[1]) if key in keys]
