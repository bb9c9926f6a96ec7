# SPDX-License-Identifier: GPL-3.0-or-later
"""Short word lists of French, folded (no accents, lower case), that say what stands around an identifier."""

from __future__ import annotations

from coding.identifiers.entries import names, words

TITLES = words(
    "m mr mme mlle mrs monsieur madame mademoiselle messieurs mesdames docteur docteure docteurs dr drs pr prof "
    "professeur "
    "professeure maitre soeur frere abbe commandant capitaine lieutenant adjudant colonel brigadier imam rabbin "
    "pasteur"
)
# These go before a name without its capital only when they are titles and nothing else.
PLAIN_TITLES = words("monsieur madame mademoiselle docteur docteure mme mlle mr dr")
# Titles that are trades too: only a word that is no French can be the name.
STRANGE_TITLES = words("professeur professeure maitre")

KIN = words(
    "mari femme epoux epouse fils fille filles frere soeur mere pere maman papa oncle tante cousin cousine neveu "
    "niece "
    "copain copine ami amie voisin voisine collegue compagnon compagne conjoint conjointe beau-frere belle-soeur "
    "beau-pere belle-mere beau-fils belle-fille grand-mere grand-pere petit-fils petite-fille demi-frere demi-soeur "
    "mamie papi papy mami mamy meme pepe tonton tata tatie parrain marraine filleul filleule ex bebe cadet cadette "
    "aine ainee "
    "jumeau jumelle ex-mari ex-femme nounou pote prenomme prenommee appele appelee surnomme surnommee nomme nommee "
    "dit dite prenom prenoms surnom petit petite gamin gamine gars educateur educatrice infirmier infirmiere kine psy "
    "psychologue medecin chef cheffe patron patronne secretaire tutrice tuteur curatrice curateur referent referente "
    "certain certaine assistante formateur formatrice benevole stagiaire"
)
RELATIVES = words("mamie papi papy mami mamy meme pepe tonton tata tatie oncle tante tante cousin cousine")

FUNCTION = words(
    "le la les l un une des du de d au aux a à et ou mais donc or ni car que qu qui quoi dont où je j tu il elle on "
    "nous "
    "vous ils elles me m te t se s moi toi lui eux y en ce c cet cette ces ça cela ceci mon ma mes ton ta tes son sa "
    "ses "
    "notre nos votre vos leur leurs ne n pas plus jamais rien tout tous toute toutes est es suis sommes etes sont "
    "etait "
    "etais etaient ete etre ai as avons avez ont avait avais avaient eu avoir fait faire va vais vas vont dans sur "
    "sous "
    "avec sans pour par chez vers entre depuis pendant comme si quand comment pourquoi combien alors puis enfin bon "
    "ben bah "
    "euh hein oui non ouais voila aussi tres trop bien mal la-bas ici hier demain apres avant encore deja toujours "
    "merci "
    "bonjour bonsoir madame monsieur docteur quel quelle quels quelles autre autres meme memes parce puisque lorsque "
    "quoique "
    "peu beaucoup moins vraiment donc dit disait m'a l'a peut peux doit dois veut veux sait sais faut ah oh eh ok "
    "c'est j'ai qu'il qu'elle d'abord aujourd'hui quelqu'un etre avoir habite travaille vient parle"
)

DETERMINERS = words(
    "le la les l un une des du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces de d"
)

# Not in dictionaries, yet no names: what people say, and what transcribers write.
COLLOQUIAL = words(
    "ouais ouai nan nn bah beh ben bin euh heu hum hein hmm mmh mh hm pff pfff ptet ptetre chui chuis jsuis chais "
    "jsais ya yavait quoi kine "
    "kines psy psys ehpad ehpads perso persos boulot resto ado ados appart clope clopes frigo ordi "
    "manif fac facs prof profs asso assos info infos hosto toubib truc trucs machin sympa cool ok okay mail mails "
    "email "
    "sms whatsapp internet covid wifi smartphone app appli applis coloc stress burn-out burnout feeling check-up "
    "coach "
    "coaching week-end weekend parkinson alzheimer sida vih ergo orthophoniste visio teams zoom skype scanner irm "
    "chimio radiotherapie "
    "metastase metastases metastatique neuropsy gyneco dermato cardio onco oncologue onco-geriatrie reanimation rea "
    "diag cam cannabis shit coke heroine crack methadone subutex csapa caarud cmp rsa aah apa mdph caf cpam secu ald "
    "pret-a-porter tele radio frero daronne daron meuf mec mecs keuf keufs taf bosser saoule saouler relou chiant "
    "flippe "
    "flipper galere galerer kiffer kiffe ouf dingue genre pote potes copine ptit ptite ptits gosse gosses maman papa "
    "papi papy mamie mamy tonton tata tatie nounou doudou dodo bobo caca pipi coucou allo hallo wesh inch'allah "
    "hamdoullah parkinsonien "
    "parkinsonienne parkinsoniens soignante soignantes soignants aidante aidantes paire-aidante pair-aidant "
    "pair-aidance "
    "co-construction empowerment care handicap fibromyalgie endometriose bipolaire bipolarite borderline autisme tsa "
    "voila ca la etre etait eux ecoutez ecoute evidemment effectivement etc cetera arobase arobas underscore point "
    "tiret virgule "
    "inaudible rires rire silence soupir hesitation pleurs enqueteur enquetrice intervieweur lgbt vegan nickel top "
    "super bof "
    "helico helicos ambu ambus interim chimios rayons irms scanners perf perfs piqure colo colos coloscopie "
    "visioconference teletravail confinement reconfinement gilets ubac sextape tupperware botox medoc medocs "
    "antidepresseur antidepresseurs anxiolytique anxiolytiques neuroleptique neuroleptiques "
    "bonjour bonsoir merci salut bref disons attendez attends tiens tenez oula ola aie ouh pardon bravo jsp genre hop "
    "hopla zut mince texto textos selfie podcast podcasts tuto tutos spam buzz streaming geek burger kebab smoothie "
    "addictologie addictologue addictologues addictologique craving psychoeducation psychotrope psychotropes "
    "psychotrauma remediation pairaidance detox alcoolo toxico alcoolisation cothymique thymique opiaces opioides "
    "benzo benzos methylphenidate ritaline teletransmission telephoner bienvenue resilience genrer transgenre queer "
    "homoparentale procreation checker flasher zapper zoner squat squats squatter teuf teufs rave raves skate skater "
    "baskets hoodie crush ghoster stalker liker poster bugger bug bugs ecoanxiete charge charges cyberharcelement "
    "harceleur harceleurs harceleuse harceleuses addictions addiction addictif addictive addictives addictifs "
    "bientraitance maltraitance participatif participative participatives inclusif inclusive inclusion "
    "socio ethno philo psycho compta autonomisation proactif proactive transdisciplinaire "
    "interdisciplinaire pluriprofessionnel "
    "pluriprofessionnelle pluriprofessionnels phobique aidants aidant aidantes usageres usagere mediateurs mediatrice "
    "mediatrices referents referente referentes cheffes autrice autrices chargee rdv rdvs"
)

# First names that are words too, and that speech nearly always means as names.
NAMES_FIRST = words(
    "marie jean jeanne louis rene jacques bernard claude joseph jacqueline julien laurent pascal olivier louise marc "
    "veronique guillaume serge paulette germaine virginie jules mathieu benjamin charlotte laura florence maria "
    "patrice "
    "sylvain benoit valentin micheline baptiste pascale alexandra richard laure pierrette morgane berthe robin margot "
    "adele alphonse victoria augustin lise clarisse oscar rosalie diane jeannette maya loris jack alexandrine henry "
    "ana "
    "brandon moussa anis jenny luis daphne thais fatma florentin mina lino matis mathurin tommy jeremie hilaire elise "
    "lisette sylvestre guillemette maia williams aida amadou pierrot celestin samba tomas alvin cheikh rami linette "
    "raja "
    "moise marie-jeanne germain leonard jean-claude jean-pierre marie-claude marie-laure jean-louis"
)
NEVER_A_LONE_NAME = words(
    "le la de a y an ma sa my mon son mai mars avril juin juillet bo ben don may l e do el al bin ou si so sans "
    "ange prince reine saint islam major rama aya dieu kine alpha beta omega euro"
)
NICKNAMES = words(
    "dede gege jojo nono mimi titi riri fifi loulou lulu kiki zaza zizou bebert momo toto nini didi gigi bibi cricri "
    "nanou mimie jeannot pierrot marcou philou minou michou nanette babette kader riton mamadou dodi lolo vivi coco "
    "juju ninie nanar "
    "gillou titou tintin zezette bob bobby nico seb greg fred alex manu steph jeff max ben sam tof toff cathy kathy "
    "lili titine lulu mumu mimine fifine nenette zezette dedette popaul tintin mimile gugusse lolotte kikou lilou "
    "nanouche fafa zouzou nanoune ninou mado maguy josy suzon marinette "
    "tchoupi bubu momone totor bebel dany gaby betty teddy jimmy tony vava roro "
    "paulo fanfan pepito nannou "
    "lolotte charlot nath flo caro vero sandy domi jacquot francky ricky patou patoche"
)

# Capitals that name nobody: bodies of the whole country, brands, illnesses, beliefs, feasts.
NOBODY = words(
    "dieu allah seigneur noel paques toussaint ramadan aid ascension pentecote carnaval internet facebook whatsapp "
    "google doctolib instagram tiktok iban rib bic siret siren finess rpps adeli nir "
    "youtube netflix snapchat twitter linkedin messenger skype zoom teams amazon apple iphone ipad android microsoft "
    "word excel "
    "windows uber blablacar leboncoin wikipedia chatgpt parkinson alzheimer crohn charcot lyme hodgkin horton basedow "
    "cushing down "
    "asperger tourette huntington sjogren covid covid-19 etat region departement ville mairie prefecture conseil "
    "ministere republique nation "
    "assemblee senat parlement gouvernement elysee securite secu assurance sante education justice police gendarmerie "
    "urssaf assedic anpe unedic pole emploi france francais francaise francaises europe europeen europeenne bleus "
    "bleu terre lune internet "
    "samu smur ehpad csapa caarud bac cap bep bts dut mdph caf cpam ars has mildeca insee inserm "
    "untel unetelle smic tel emmaus kinder nutella cnrs sncf ratp edf gdf cgt cfdt fo sud unsa medef afp ofpra dalo "
    "apa rsa aah pch ald gir vsl hdj had ssiad ime itep "
    "esat sessad cmp cmpp cattp gem savs samsah chrs irm avc vih sida hpv tcc emdr ide "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre "
    "octobre "
    "novembre decembre monsieur madame mademoiselle docteur professeur maitre messieurs mesdames enqueteur enquetrice "
    "question reponse ok uv tv gps sms mms pdf dvd cd usb oui non direction ordre croix-rouge renault peugeot citroen "
    "mercedes toyota bmw audi volkswagen twingo clio kangoo dacia carrefour leclerc auchan lidl intermarche decathlon "
    "ikea "
    "twitch discord pronote parcoursup vitale visa paypal tupperware kleenex frigidaire scrabble monopoly bible coran "
    "torah ligue islam marseillaise airbnb vinted tinder meetic marmiton "
    "picon ricard pastis heineken kronenbourg an moyen-age renaissance internationale rtt cdi cdd dgs drh codir chsct "
    "eglise eglises antiquite larousse littre christ napoleon arabes noirs tele academie recteur president "
    "noels segur t2a ccam cim dsm has cpip spip usmp sppe lhss act csp cpts clic maia clat cesf capes bafa "
    "balint cse ca powerpoint spider-man batman superman excel"
)

# Letters that half the country knows, so that an article before them names no one service.
LETTERS = words(
    "ortf bepc tsf udr rpf mrp cnr sncf ratp hlm tgv ter rer bts cap bep bac dea dess deug capes agreg iufm ifsi "
    "ides idel ibode iade ash asd aesh avs ads cip "
    "des cdi cdd rtt smic rmi rsa aah ass are apl als alf asf paje cmu css ame puma acs alsh pmi pjj ase aemo "
    "aed ipp crip "
    "oqtf rqth ddass drass dtars arh onu oms otan ong asso ue usa urss rda rfa rpr ump psu pcf ps lr ddr fln oas "
    "upi ulis segpa rased clis zep rep pai pap ppre ess eps svt cpe aed atsem dasen "
    "irm ecg eeg tdm scan iv im sc po tens vni bpco dmla sep sla avk hta ait tca toc tdah tsa tspt hiv vhb vhc "
    "mst ist ivg "
    "img fiv gpa pma iud dmp vsl ald rcp pps ppi pai pcr qcm srp usp ussp lisp emsp lat cs ecbu nfs crp inr dg drh dsi "
    "dpi rh it pc mac usb cd dvd tv gps sms mms pdf url www http faq ok ko vip bd pv kit diy ce te gr gps adn "
    "arn ogm ovni "
    "tva csg irpp ifi isf pib rib cb caf cnav carsat msa urssaf cpam mgen mgp edf gdf erdf ptt rtl tf1 bfm "
    "bnp lcl cic sfr cnil cada insee inserm cnrs inra anses ansm abm has igas dgos dgs onisep crous cfa greta "
    "afpa anpe "
    "cgt cfdt cfo cftc unsa fsu snes sud fnsea jac joc mrjc pac gaec earl eta cuma safer sarl sas sci scop "
    "raid gign bac crs brav igpn igs opj apj gav itt tgi tj tpe jap jaf jld pv nip tig sme dap spip sas "
    "uhcd sau saus sspi rea usic usc uci smur samu mco ssr usld had hdj hdt sdt sdre sdtu spi psl iso ucsa usmp "
    "umd uhsa "
    "fas fal fam mas esat iem ime itep sessad camsp cmpp cmp cattp cesa bapu savs samsah gem mdph pch aeeh geva ueros "
    "esrp esat crp uph apa gir ssiad spasad sad ehpad ehpa mapa pasa uhr upad clic maia ccas cias udaf mjpm "
    "csapa caarud tso aa na acal elsa ctr thc lsd mdma ghb bhd cbd pqr tso "
    "dsp de deas deme dees cafdes caferuis vae bpjeps bafa bafd ppp pst"
)

# Two capitals, or more, that name nobody either.
NOBODY_TOGETHER = names(
    "haute autorite, pere noel, mere noel, secours populaire, secours catholique, restos du coeur, resto du coeur, "
    "pole emploi, vie libre, "
    "alcooliques anonymes, narcotiques anonymes, "
    "france travail, mission locale, medecins du monde, education nationale, assurance maladie, croix rouge, "
    "grande guerre, seconde guerre, jour de l'an, nouvel an, moyen age, saint-sylvestre, saint-valentin, vierge "
    "marie, "
    "jesus-christ, jesus, bonne mere, carte vitale, carte bleue, banque de france, conseil departemental, conseil "
    "general, union europeenne"
)
# Everybody’s, but an employer when one works there.
BRANDS = words(
    "renault peugeot citroen mercedes toyota bmw audi volkswagen carrefour leclerc auchan lidl intermarche decathlon "
    "ikea amazon apple "
    "google microsoft airbus michelin dassault thales total orange bouygues vinci alstom areva arcelor danone nestle "
    "sncf ratp edf gdf boulanger darty fnac castorama but conforama monoprix casino picard"
)

DRUGS = words(
    "doliprane dafalgan efferalgan modopar sinemet levothyrox aspirine ibuprofene advil spifen nurofen voltarene "
    "xanax lexomil temesta "
    "valium seresta tranxene lysanxia stilnox imovane theralene atarax prozac deroxat seroplex zoloft effexor "
    "cymbalta "
    "laroxyl anafranil norset risperdal abilify zyprexa leponex solian haldol haldol loxapac tercian largactil "
    "xeplion "
    "depakote depakine depamide lamictal tegretol lyrica neurontin keppra rivotril urbanyl teralithe ritaline "
    "concerta quasym "
    "methadone subutex suboxone buprenorphine skenan actiskenan morphine oramorph durogesic fentanyl oxycontin "
    "oxynorm tramadol topalgic contramal "
    "ixprim lamaline codeine nefopam acupan solupred cortancyl prednisone medrol celestene ventoline seretide "
    "symbicort "
    "spiriva singulair kardegic plavix eliquis xarelto pradaxa previscan coumadine lovenox tahor crestor zocor "
    "metformine "
    "glucophage lantus novorapid humalog januvia ozempic victoza trulicity inexium mopral omeprazole gaviscon spasfon "
    "smecta imodium motilium primperan vogalene amoxicilline augmentin clamoxyl pyostacine rovamycine orelox levodopa "
    "azilect requip sifrol mantadix apokinon stalevo comtan aricept exelon ebixa reminyl tamoxifene herceptin taxol "
    "avastin "
    "keytruda mabthera humira enbrel remicade methotrexate imurel neoral cellcept prograf levitra viagra cialis "
    "subu metha lithium champix nicorette zyban esperal revia selincro aotal baclofene narcan naloxone plaquenil "
    "vitamine uvedose "
    "lasilix aldactone bisoprolol cardensiel tenormine amlor coversyl triatec kenzen aprovel detensiel temerit"
)

ORG_HEADS = words(
    "hopital hopitaux clinique polyclinique chu chru chr ch chi chs chd ghu ght aphp maternite csapa caarud cmp cattp "
    "cmpp camsp "
    "sessad ime itep impro esat gem chrs cada huda savs samsah ehpad usld ssr smr foyer foyer-logement association "
    "asso "
    "assoc collectif cabinet pharmacie laboratoire labo ecole college lycee universite fac faculte institut ifsi ufr "
    "creche garderie mairie prefecture sous-prefecture tribunal commissariat gendarmerie caserne prison paroisse "
    "eglise chapelle mosquee synagogue "
    "temple entreprise societe boite usine magasin restaurant bar cafe hotel supermarche garage transports "
    "etablissement etablissements club compagnie fondation pavillon antenne admr ssiad agence banque journal "
    "librairie "
    "bibliotheque mediatheque theatre cinema reseau plateforme federation chantiers ferme camping maison centre "
    "mission "
    "residence mas fam iut iufm lep cfa conservatoire stade gymnase boulangerie pole unite secteur service ephad crf "
    "maternelle imprimerie menuiserie coiffure salon caf cpam ccas mjc spa epide greta lep csapa aaf has-been "
    "scierie papeterie filature tannerie verrerie cimenterie abattoir abattoirs cooperative chocolaterie biscuiterie "
    "distillerie huilerie minoterie chaudronnerie quincaillerie tuilerie fromagerie fromageries auberge villa gite "
    "hospice micro-creche ludotheque groupe syndicat mutuelle salle espace ressourcerie recyclerie "
    "dispensaire samu sanatorium cour comite lieu brigade salaisons "
    "monastere couvent abbaye communaute domaine moulin halte accueil epicerie brasserie laiterie conserverie fonderie"
)
ORG_ADJECTIVES = words(
    "prive privee public publique europeen europeenne americain intercommunal interdepartemental mutualiste "
    "catholique protestant general generale universitaire psychiatrique hospitalier hospitaliere medico-social "
    "medico-sociale "
    "social sociale medical medicale regional regionale departemental departementale communal communale local locale "
    "municipal municipale culturel culturelle specialise specialisee primaire maternelle elementaire professionnel "
    "agricole technique sportif sportive militaire penitentiaire pluridisciplinaire infirmier dentaire "
    "scolaire adapte adaptee protege protegee therapeutique educatif educative rural rurale ouvert ouverte"
)
STREETS = words(
    "rue avenue boulevard bd av impasse allee allees quai place square ruelle venelle sentier esplanade cours "
    "faubourg chemin chemins "
    "passage rond-point cite residence quartier lotissement hameau lieu-dit zac zup route porte promenade parvis "
    "bourg village "
    "chaussee dreve montee traverse cour squat campement bidonville clos rocade lac etang carrefour "
    "commune station gare metro arret pont foret lac plage vallee ile col mont parc jardin departement canton riviere "
    "place"
)
# Letters that are one hospital, or those of one town.
ONE_HOSPITAL = words("chuv hug chum chus chuq hcl aphm hus cham chic ghef ghpso gham gharpe")
# Before one of these what follows is a name even when it has no capital and is a word: «rue de la chouette».
STRONG_STREETS = words("rue avenue boulevard impasse allee quai clinique residence")
WEAK_AFTER_HEADS = words(
    "coin ville quartier nuit jour soins vie dos sommeil douleur pietonne pietonnes principale marchande gauche "
    "droite cote fond bas haut mon ma mes son "
    "ses notre nos leur leurs retraite commerce maman mere pere gens enfants patients malades parents bout travail "
    "sante toute tout "
    "garde monde repos centre-ville village d'a meme sens unique dehors ils elles commercante mecontents"
)

ORIGINS = names(
    "algérien, algérienne, marocain, marocaine, tunisien, tunisienne, kabyle, berbère, sénégalais, sénégalaise, "
    "malien, malienne, "
    "ivoirien, ivoirienne, guinéen, guinéenne, camerounais, camerounaise, congolais, congolaise, gabonais, gabonaise, "
    "togolais, togolaise, béninois, béninoise, comorien, comorienne, "
    "malgache, mahorais, mahoraise, réunionnais, réunionnaise, antillais, antillaise, guadeloupéen, guadeloupéenne, "
    "martiniquais, martiniquaise, guyanais, guyanaise, haïtien, haïtienne, "
    "portugais, portugaise, espagnol, espagnole, italien, italienne, polonais, polonaise, roumain, roumaine, bulgare, "
    "turc, turque, kurde, arménien, "
    "arménienne, géorgien, géorgienne, tchétchène, russe, ukrainien, ukrainienne, serbe, albanais, albanaise, "
    "kosovar, kosovare, syrien, syrienne, libanais, "
    "libanaise, irakien, irakienne, iranien, iranienne, afghan, afghane, pakistanais, pakistanaise, sri-lankais, "
    "tamoul, tamoule, bangladais, indien, indienne, chinois, chinoise, "
    "vietnamien, vietnamienne, cambodgien, cambodgienne, laotien, laotienne, japonais, japonaise, coréen, coréenne, "
    "philippin, philippine, brésilien, brésilienne, "
    "colombien, colombienne, péruvien, péruvienne, chilien, chilienne, argentin, argentine, mexicain, mexicaine, "
    "américain, américaine, canadien, canadienne, québécois, québécoise, anglais, "
    "anglaise, britannique, irlandais, irlandaise, écossais, allemand, allemande, belge, suisse, néerlandais, "
    "néerlandaise, hollandais, suédois, suédoise, norvégien, grec, grecque, éthiopien, "
    "érythréen, soudanais, soudanaise, somalien, somalienne, angolais, angolaise, rwandais, rwandaise, burundais, "
    "tchadien, tchadienne, mauritanien, mauritanienne, nigérian, nigériane, ghanéen, ghanéenne, burkinabé, "
    "capverdien, capverdienne, cap-verdien, cap-verdienne, "
    "corse, breton, bretonne, basque, gitan, gitane, manouche, rom, tzigane, peul, peule, soninké, bambara, wolof, "
    "créole, juif, juive, musulman, musulmane, catholique, protestant, protestante, maghrébin, maghrébine, africain, "
    "africaine"
)

OCCUPATIONS = names(
    "abbé, accompagnant, accompagnante, acteur, actrice, agent, agente, agriculteur, agricultrice, aide-soignant, "
    "aide-soignante, aide soignant, aide soignante, aide à domicile, ambulancier, ambulancière, "
    "anesthésiste, animateur, animatrice, antiquaire, apiculteur, apicultrice, architecte, archiviste, artisan, "
    "artisane, artiste, assistant, assistante, avocat, avocate, auxiliaire, avs, aesh, "
    "banquier, banquière, barman, serveuse, serveur, batelier, berger, bergère, bibliothécaire, bijoutier, "
    "bijoutière, boucher, bouchère, boulanger, boulangère, bûcheron, brancardier, brancardière, buraliste, cadre, "
    "cafetier, "
    "caissier, caissière, camionneur, capitaine, cardiologue, cariste, carreleur, céramiste, charcutier, charpentier, "
    "chanteur, chanteuse, chauffeur, chauffeuse, chef, cheffe, chercheur, chercheuse, cheminot, cheminote, "
    "chirurgien, chirurgienne, coiffeur, coiffeuse, comédien, comédienne, commercial, commerciale, commerçant, "
    "commerçante, comptable, concierge, conducteur, conductrice, conseiller, conseillère, contremaître, "
    "cordonnier, couturier, couturière, couvreur, cuisinier, cuisinière, danseur, danseuse, dentiste, dermatologue, "
    "dessinateur, dessinatrice, diététicienne, diététicien, directeur, directrice, docker, docteur, documentaliste, "
    "douanier, douanière, "
    "ébéniste, éboueur, éboueuse, éclusier, éclusière, économiste, éditeur, éditrice, éducateur, éducatrice, "
    "électricien, électricienne, éleveur, éleveuse, élu, élue, employé, employée, enseignant, enseignante, "
    "entrepreneur, entrepreneuse, ergothérapeute, "
    "esthéticien, esthéticienne, expert-comptable, facteur, factrice, femme de ménage, ferronnier, fleuriste, "
    "fonctionnaire, forgeron, formateur, formatrice, fraiseur, frigoriste, garagiste, gardien, gardienne, "
    "garde-chasse, garde forestier, gendarme, gérant, gérante, "
    "géomètre, gériatre, graphiste, greffier, greffière, grutier, guide, gynécologue, hôtesse, horloger, horlogère, "
    "huissier, huissière, imam, imprimeur, infirmier, infirmière, informaticien, informaticienne, ingénieur, "
    "ingénieure, inspecteur, inspectrice, "
    "instit, instituteur, institutrice, interne, interprète, jardinier, jardinière, journaliste, juge, juriste, kiné, "
    "kinésithérapeute, laborantin, laborantine, libraire, luthier, luthière, maçon, magasinier, magasinière, "
    "magistrat, magistrate, "
    "maire, maraîcher, maraîchère, marbrier, maréchal-ferrant, marin, marinier, marin-pêcheur, maroquinier, "
    "maroquinière, mécanicien, mécanicienne, mécano, médecin, médiateur, médiatrice, menuisier, menuisière, métallo, "
    "meunier, militaire, mineur de fond, ministre, moniteur, monitrice, "
    "musicien, musicienne, neurologue, neurochirurgien, notaire, nourrice, œnologue, oncologue, opticien, opticienne, "
    "orthophoniste, orthoptiste, ostéopathe, ostréiculteur, ostréicultrice, ouvrier, ouvrière, ouvreuse, parqueteur, "
    "pasteur, pasteure, pâtissier, pâtissière, paysan, paysanne, pêcheur, "
    "pédiatre, pédicure, peintre, pharmacien, pharmacienne, photographe, physicien, physicienne, pilote, pizzaiolo, "
    "plâtrier, plombier, plongeur, podologue, poète, poissonnier, poissonnière, policier, policière, pompier, "
    "pompière, postier, postière, potier, potière, préfet, préparateur, préparatrice, prêtre, "
    "principal, procureur, procureure, prof, professeur, professeure, proviseur, proviseure, psychanalyste, "
    "psychiatre, psychologue, psychomotricien, psychomotricienne, puéricultrice, radiologue, réalisateur, "
    "réalisatrice, réceptionniste, rédacteur, rédactrice, relieur, relieuse, "
    "restaurateur, restauratrice, routier, routière, sage-femme, saisonnier, saisonnière, scaphandrier, sculpteur, "
    "sculptrice, secrétaire, serrurier, sociologue, soldat, soudeur, soudeuse, standardiste, styliste, surveillant, "
    "surveillante, tailleur, tapissier, tapissière, technicien, "
    "technicienne, teinturier, télévendeur, toiletteur, toiletteuse, tonnelier, tourneur, tourneur-fraiseur, "
    "tractoriste, traducteur, traductrice, trapéziste, trompettiste, traiteur, tuyauteur, urgentiste, vannier, "
    "vannière, vendeur, vendeuse, vétérinaire, vigile, vigneron, vigneronne, violoniste, pianiste, violoncelliste, "
    "viticulteur, viticultrice, "
    "webmaster, travailleur social, travailleuse sociale, pair-aidant, paire-aidante, médiateur de santé, facteur "
    "d'orgues, contrôleur, contrôleuse, magasinier, manutentionnaire, livreur, livreuse, caporal, adjudant, brodeuse, "
    "dentellière, accordeur, sellier, souffleur de verre, taxidermiste, thanatopracteur, fossoyeur, croque-mort, "
    "chaudronnier, saunier, paludier, paludière, goémonier, mareyeur, mareyeuse, bouliste, pianiste, organiste, chef "
    "d'orchestre, clown, magicien, dompteur, conchyliculteur, mytiliculteur"
)
