"""The project's terms and their translations from Finnish.

Swedish and English as Finnish authorities write them (THL, Finlex) and as the site's own texts do. Of several words the
first is preferred.
"""

GLOSSARY = [
    {"fi": "osallisuus", "sv": "delaktighet", "en": "inclusion; participation", "not_sv": "inklusion"},
    {"fi": "kohtaaminen", "sv": "bemötande", "en": "encounter"},
    {"fi": "kunta", "sv": "kommun", "en": "municipality"},
    {"fi": "kumppanikunta", "sv": "partnerkommun", "en": "partner municipality"},
    {"fi": "hankekunta", "sv": "projektkommun", "en": "project municipality", "not_en": "project county"},
    {"fi": "hanke", "sv": "projekt", "en": "project"},
    {"fi": "järjestö", "sv": "organisation", "en": "association; non-governmental organisation"},
    {"fi": "järjestöyhteistyö", "sv": "organisationssamarbete", "en": "cooperation with associations"},
    {"fi": "yhdistys", "sv": "förening", "en": "association"},
    {"fi": "kehittämiskokeilu", "sv": "utvecklingsförsök", "en": "development trial"},
    {"fi": "yhteiskehittäminen", "sv": "gemensam utveckling; samutveckling", "en": "co-development"},
    {"fi": "kokemusasiantuntija", "sv": "erfarenhetsexpert", "en": "expert by experience"},
    {"fi": "kokemusasiantuntijuus", "sv": "erfarenhetsexpertis", "en": "expertise by experience"},
    {"fi": "vertaistuki", "sv": "kamratstöd", "en": "peer support"},
    {"fi": "vapaaehtoinen", "sv": "frivillig", "en": "volunteer"},
    {"fi": "vapaaehtoistoiminta", "sv": "frivilligverksamhet", "en": "volunteering; voluntary work"},
    {
        "fi": "kuntouttava työtoiminta",
        "sv": "arbetsverksamhet i rehabiliteringssyfte",
        "en": "rehabilitative work",
        "not_sv": "rehabiliterande arbetsverksamhet",
        "note": "Laki kuntouttavasta työtoiminnasta (189/2001)",
    },
    {
        "fi": "hyvinvoinnin ja terveyden edistäminen",
        "sv": "främjande av hälsa och välfärd; främjande av välfärd och hälsa",
        "en": "promotion of wellbeing and health; promotion of health and wellbeing",
        "note": "hyte",
    },
    {
        "fi": "hyvinvointialue",
        "sv": "välfärdsområde",
        "en": "wellbeing services county",
        "not_en": "welfare area\nwellbeing area",
    },
    {"fi": "huono-osaisuus", "sv": "utsatthet", "en": "disadvantage"},
    {"fi": "avoin tila", "sv": "öppet rum", "en": "open space"},
    {"fi": "valmennus", "sv": "utbildning", "en": "training", "not_sv": "coachning\nträning"},
    {"fi": "ilmoittautuminen", "sv": "anmälan", "en": "registration"},
    {"fi": "vinkkilista", "sv": "tipslista", "en": "tip list"},
    {"fi": "selkokieli", "sv": "lätt språk; lättläst språk", "en": "easy language"},
    {"fi": "selkeä kieli", "sv": "klarspråk", "en": "plain language"},
    {"fi": "saavutettavuus", "sv": "tillgänglighet", "en": "accessibility"},
    {
        "fi": "Euroopan sosiaalirahasto",
        "sv": "Europeiska socialfonden",
        "en": "European Social Fund",
        "is_name": True,
    },
    {
        "fi": "STEA",
        "sv": "Social- och hälsoorganisationernas understödscentral; STEA",
        "en": "Funding Centre for Social Welfare and Health Organisations; STEA",
        "is_name": True,
    },
]
