# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of places, folded, that the list of communes lacks, or that are words too."""

from __future__ import annotations

from coding.identifiers.entries import names, words

COUNTRIES = names(
    "espagne, italie, portugal, allemagne, belgique, suisse, luxembourg, angleterre, royaume-uni, irlande, ecosse, "
    "pays-bas, hollande, "
    "pologne, roumanie, bulgarie, hongrie, russie, ukraine, grece, turquie, serbie, bosnie, croatie, kosovo, albanie, "
    "moldavie, georgie, armenie, "
    "azerbaidjan, tchetchenie, suede, norvege, danemark, finlande, autriche, tchequie, slovaquie, slovenie, lituanie, "
    "lettonie, estonie, algerie, maroc, "
    "tunisie, libye, egypte, soudan, mauritanie, mali, senegal, gambie, guinee, guinee-bissau, cote d'ivoire, "
    "burkina, burkina faso, niger, nigeria, benin, togo, ghana, cameroun, gabon, congo, congo-brazzaville, rdc, "
    "zaire, tchad, centrafrique, "
    "angola, rwanda, burundi, ethiopie, erythree, somalie, djibouti, kenya, tanzanie, ouganda, madagascar, comores, "
    "maurice, cap-vert, mozambique, zimbabwe, zambie, afrique, "
    "afrique du sud, liban, syrie, irak, iran, israel, palestine, jordanie, yemen, arabie, arabie saoudite, koweit, "
    "qatar, dubai, afghanistan, pakistan, inde, bangladesh, "
    "sri lanka, nepal, chine, japon, coree, vietnam, viet nam, cambodge, laos, thailande, birmanie, malaisie, "
    "indonesie, philippines, mongolie, australie, nouvelle-zelande, "
    "etats-unis, usa, amerique, canada, quebec, mexique, bresil, argentine, chili, perou, colombie, venezuela, "
    "equateur, bolivie, uruguay, cuba, "
    "haiti, republique dominicaine, jamaique, guadeloupe, martinique, guyane, la reunion, mayotte, "
    "polynesie, tahiti, nouvelle-caledonie, "
    "noumea, saint-martin, saint-pierre-et-miquelon, wallis, marie-galante, papeete, mamoudzou, moorea, bora-bora, "
    "saint-barth, les saintes, grande-terre, basse-terre, petite-terre, grande-comore, anjouan, mohéli, kabylie, rif, "
    "antilles, maghreb, asie, catalogne, andalousie, galice, sicile, sardaigne, toscane"
)
FOREIGN_CITIES = names(
    "londres, berlin, bruxelles, madrid, barcelone, rome, milan, naples, turin, lisbonne, geneve, lausanne, "
    "zurich, bale, vienne, varsovie, cracovie, bucarest, budapest, prague, "
    "moscou, kiev, kyiv, istanbul, ankara, athenes, alger, oran, constantine, tizi-ouzou, bejaia, setif, annaba, "
    "blida, casablanca, rabat, tanger, fes, marrakech, agadir, "
    "oujda, meknes, tetouan, nador, tunis, sfax, sousse, bizerte, dakar, saint-louis, thies, ziguinchor, bamako, "
    "kayes, sikasso, segou, mopti, gao, tombouctou, conakry, labe, "
    "abidjan, bouake, yamoussoukro, korhogo, ouagadougou, bobo-dioulasso, niamey, cotonou, lome, accra, lagos, "
    "douala, yaounde, bafoussam, libreville, "
    "brazzaville, kinshasa, lubumbashi, goma, bukavu, luanda, kigali, bujumbura, addis-abeba, nairobi, antananarivo, "
    "tananarive, moroni, port-louis, beyrouth, tripoli, "
    "damas, alep, homs, bagdad, teheran, kaboul, kandahar, islamabad, karachi, lahore, pondichery, delhi, bombay, "
    "pekin, shanghai, wenzhou, hanoi, saigon, phnom penh, "
    "new york, montreal, toronto, boston, chicago, san francisco, los angeles, miami, port-au-prince, cap-haitien, "
    "jacmel, liege, namur, charleroi, mons, anvers, gand, gdansk, manchester, liverpool, dublin, louvain, "
    "louvain-la-neuve, tournai, mouscron, verviers, arlon, bastogne, dinant, bruges, ostende, seraing, la louviere, "
    "neuchatel, fribourg, yverdon, la chaux-de-fonds, montreux, vevey, delemont, berne, lugano, sherbrooke, gatineau, "
    "courtrai, kortrijk, hasselt, genk, malines, mechelen, alost, turnhout, salzinnes, ciney, huy, waremme, "
    "gembloux, wavre, ottignies, nivelles, waterloo, braine-l'alleud, binche, soignies, ath, lessines, leuze, "
    "peruwelz, "
    "comines, ypres, roulers, knokke, malmedy, eupen, herstal, flemalle, marche-en-famenne, philippeville, "
    "couvin, chimay, andenne, sambreville, fleurus, gosselies, jumet, marcinelle, schaerbeek, molenbeek, "
    "anderlecht, ixelles, uccle, etterbeek, saint-gilles, evere, vilvorde, tubize, hannut, jodoigne, rixensart, thuin, "
    "bienne, sion, sierre, martigny, morges, nyon, renens, vernier, carouge, onex, meyrin, lancy, "
    "porrentruy, saint-maurice, monthey, winterthour, lucerne, saint-gall, schaffhouse, soleure, coire, la "
    "tour-de-peilz, "
    "levis, granby, saint-jerome, joliette, sorel, val-d'or, rouyn, sept-iles, baie-comeau, gaspe, roberval, "
    "moncton, fredericton, halifax, bathurst, caraquet, edmundston, sudbury, winnipeg, "
    "saguenay, chicoutimi, rimouski, shawinigan, drummondville, trois-rivieres, longueuil, ottawa, vancouver"
)
REGIONS = names(
    "ain, aisne, allier, ardeche, ardennes, ariege, aube, aude, aveyron, bouches-du-rhone, calvados, cantal, "
    "charente, charente-maritime, correze, corse, "
    "cote-d'or, cotes-d'armor, creuse, dordogne, doubs, drome, eure, eure-et-loir, finistere, gard, gers, gironde, "
    "herault, ille-et-vilaine, indre, "
    "indre-et-loire, isere, jura, landes, loir-et-cher, loire, haute-loire, loire-atlantique, loiret, lot, "
    "lot-et-garonne, lozere, maine-et-loire, manche, "
    "marne, haute-marne, mayenne, meurthe-et-moselle, meuse, morbihan, moselle, nievre, nord, oise, orne, "
    "pas-de-calais, puy-de-dome, pyrenees-atlantiques, "
    "hautes-pyrenees, pyrenees-orientales, bas-rhin, haut-rhin, rhone, haute-saone, saone-et-loire, sarthe, savoie, "
    "haute-savoie, "
    "seine-maritime, seine-et-marne, yvelines, deux-sevres, somme, tarn, tarn-et-garonne, var, vaucluse, vendee, "
    "vienne, haute-vienne, vosges, yonne, "
    "territoire de belfort, essonne, hauts-de-seine, seine-saint-denis, val-de-marne, val-d'oise, bretagne, "
    "normandie, picardie, alsace, lorraine, "
    "champagne, bourgogne, franche-comte, auvergne, limousin, aquitaine, languedoc, roussillon, provence, paca, "
    "ile-de-france, touraine, anjou, poitou, "
    "perigord, quercy, bearn, pays basque, berry, morvan, beauce, perche, maine, occitanie, hauts-de-france, "
    "nouvelle-aquitaine, centre-val de loire, antilles"
)
CITIES_WITH_ARTICLE = names(
    "le mans, la fleche, "
    "le havre, la rochelle, la roche-sur-yon, les ulis, les abymes, le port, le tampon, le lamentin, saint-denis, le "
    "robert, cayenne, kourou, maripasoula, le moule, fort-de-france"
)
PLACES = (COUNTRIES | FOREIGN_CITIES | REGIONS | CITIES_WITH_ARTICLE) - words(
    "nord centre var lot manche maine orne creuse aube aude")
# Cities that are also words: places only after à, de, sur…
CITY_WORDS = words(
    "paris tours nice lens rennes angers laval bourges sens vannes orange gap caen lille brest troyes saintes mende "
    "castres die "
    "agde dax foix auch albi vichy vienne valence limoges nancy reims cannes grasse meaux creil dole cholet sete "
    "bordeaux cognac "
    "calais chantilly fontainebleau vitre douai cambrai bordeaux macon perigueux arles toul redon niort lorient pau "
    "evry massy moissy alencon segre chinon loches vire flers sceaux clamart sarcelles montmorency "
    "porto valenciennes oran milan melun royan saumur cayenne quimper landerneau argentan baccarat barcelonnette "
    "cancale cavaillon chateaubriant coulommiers elbeuf embrun fougeres frontignan gueret houdan langeais lourdes "
    "marennes menton muret munster olivet pantin persan pithiviers privas provins rodez sancerre pertuis tulle "
    "trappes mirepoix houilles etampes anglet aubin cassis colombes moulins romans tarare seltz sassenage guise"
)
PLACE_NAMES_WITH_ARTICLE = names(
    "au mans, du mans, le mans, la flèche, la rochelle, le havre, du havre, au havre, la roche-sur-yon, la roche sur "
    "yon, "
    "la ciotat, la baule, les ulis, le puy, le creusot, du creusot, au creusot, la seyne, les lilas, la "
    "courneuve, la ferté"
)
NO_SHORT_PLACE = words(
    "saint sainte saints notre belle grande grand petit petite haute basse vieux vieille neuve trois quatre saint- "
    "vieil "
    "grands petits hautes basses monts mont pont ponts bourg villers villiers ville villa val vals fontaine fontaines "
    "pierre roche port porte bois moulin marche chateau eglise sainte- croix deux beau bonne champ champs chapelle "
    "marie martin laurent germain jean arnaud bernard roche rochefort rouge noire blanc blanche clair claire cours "
    "court "
    "condé conde chambre cour crevecoeur riviere rivieres vallee vallees montagne plaine plaines camp camps nanteuil"
)
