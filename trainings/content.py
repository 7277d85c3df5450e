"""The texts of the mails as set-up writes them; editors change them in the CMS.

Placeholders stand where they need no inflection: after a colon, in quotation marks, after a greeting.
"""

from home.content.text import T

MAIL_TEXTS = {
    "confirmed": {
        "subject": T(
            fi="Paikkasi on varmistunut: {training}",
            sv="Din plats är bekräftad: {training}",
            en="Your seat is confirmed: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nkiitos ilmoittautumisestasi. Lämpimästi tervetuloa!\n\n"
            "Jos et pääsekään mukaan, peru paikkasi alla olevasta linkistä. Silloin joku toinen saa sen.",
            sv="Hej {name}!\n\nTack för din anmälan. Varmt välkommen!\n\n"
            "Om du får förhinder, avboka din plats via länken nedan. Då får någon annan den.",
            en="Hello {name},\n\nThank you for registering. You are warmly welcome!\n\n"
            "If you cannot come after all, please cancel your seat with the link below. Then somebody else gets it.",
        ),
    },
    "waitlisted": {
        "subject": T(
            fi="Olet jonossa: {training}",
            sv="Du står i kö: {training}",
            en="You are in the queue: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nkiitos ilmoittautumisestasi. Valmennus on täynnä, joten sinulla ei vielä ole paikkaa. "
            "Pääsit kuitenkin jonoon.\n\n"
            "Kun paikka vapautuu, sen saa jonon ensimmäinen. Kerromme sinulle heti, jos saat paikan. "
            "Jos et enää halua jonottaa, voit poistua jonosta alla olevasta linkistä.",
            sv="Hej {name}!\n\nTack för din anmälan. Utbildningen är full, så du har ännu ingen plats. "
            "Du står i kö.\n\n"
            "När en plats blir ledig får den som står först i kön den. Vi meddelar dig genast om du får en plats. "
            "Om du inte längre vill köa kan du lämna kön via länken nedan.",
            en="Hello {name},\n\nThank you for registering. The training is full, so you do not have a seat yet. "
            "You are in the queue.\n\n"
            "When a seat becomes free, the first in the queue gets it. We will tell you at once if you get a seat. "
            "If you no longer want to wait, you can leave the queue with the link below.",
        ),
    },
    "promoted": {
        "subject": T(
            fi="Sait paikan: {training}",
            sv="Du fick en plats: {training}",
            en="You have got a seat: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nvalmennuksesta vapautui paikka, ja nyt se on sinun. Et ole enää jonossa. Tervetuloa!\n\n"
            "Jos et pääse mukaan, peru paikkasi mahdollisimman pian. Silloin seuraava jonossa ehtii saada sen.",
            sv="Hej {name}!\n\nEn plats i utbildningen blev ledig och nu är den din. Du står inte längre i kö. "
            "Välkommen!\n\n"
            "Om du inte kan komma, avboka din plats så snart som möjligt. Då hinner nästa i kön få den.",
            en="Hello {name},\n\nA seat in the training became free, and now it is yours. You are no longer in the "
            "queue. Welcome!\n\n"
            "If you cannot come, please cancel your seat as soon as possible. Then the next in the queue can have it.",
        ),
    },
    "again": {
        "subject": T(
            fi="Olet jo ilmoittautunut: {training}",
            sv="Du är redan anmäld: {training}",
            en="You have registered already: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nsaimme sinulta toisen ilmoittautumisen samaan valmennukseen. Ensimmäinen on voimassa, "
            "joten sinun ei tarvitse tehdä mitään.\n\n"
            "Jos haluat muuttaa tietojasi, käytä alla olevaa linkkiä.",
            sv="Hej {name}!\n\nVi fick en andra anmälan från dig till samma utbildning. Den första gäller, "
            "så du behöver inte göra något.\n\n"
            "Om du vill ändra dina uppgifter kan du använda länken nedan.",
            en="Hello {name},\n\nWe received a second registration from you for the same training. The first one "
            "holds, so there is nothing you need to do.\n\n"
            "If you want to change your details, use the link below.",
        ),
    },
    "too_many": {
        "subject": T(
            fi="Ilmoittautuminen ei onnistunut: {training}",
            sv="Anmälan lyckades inte: {training}",
            en="The registration did not succeed: {training}",
        ),
        "text": T(
            fi="Hei,\n\ntällä sähköpostiosoitteella on jo ilmoitettu valmennukseen viisi ihmistä, ja enempää emme voi "
            "ottaa samalla osoitteella. Viimeksi ilmoitetulla ei siis ole paikkaa eikä hän ole jonossa.\n\n"
            "Voitte ilmoittaa hänet toisella osoitteella tai pyytää apua yhteyshenkilöltä.",
            sv="Hej!\n\nFem personer är redan anmälda till utbildningen med den här e-postadressen, och fler kan vi "
            "inte ta emot med samma adress. Den som anmäldes sist har alltså ingen plats och står inte i kö.\n\n"
            "Ni kan anmäla personen med en annan adress eller be kontaktpersonen om hjälp.",
            en="Hello,\n\nFive people have already been registered for the training with this e-mail address, and we "
            "cannot take more with the same address. So the person registered last has no seat and is not in the "
            "queue.\n\n"
            "You can register that person with another address or ask the contact for help.",
        ),
    },
    "changed": {
        "subject": T(
            fi="Valmennuksen tiedot ovat muuttuneet: {training}",
            sv="Utbildningens uppgifter har ändrats: {training}",
            en="The details of the training have changed: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nvalmennuksen aika, paikka tai muu tärkeä tieto on muuttunut. Alla ovat tiedot, "
            "jotka nyt pätevät.\n\n"
            "Jos et pääse mukaan, peru ilmoittautumisesi alla olevasta linkistä.",
            sv="Hej {name}!\n\nUtbildningens tid, plats eller någon annan viktig uppgift har ändrats. Nedan finns de "
            "uppgifter som nu gäller.\n\n"
            "Om du inte kan komma, avboka din anmälan via länken nedan.",
            en="Hello {name},\n\nThe time, the place or something else that matters has changed. Below is what holds "
            "now.\n\n"
            "If you cannot come, please cancel your registration with the link below.",
        ),
    },
    "training_cancelled": {
        "subject": T(
            fi="Valmennus on peruttu: {training}",
            sv="Utbildningen är inställd: {training}",
            en="The training is cancelled: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nvalitettavasti valmennusta, johon ilmoittauduit, ei järjestetä. Sinun ei tarvitse tehdä "
            "mitään.\n\nOlemme pahoillamme ja toivomme, että tapaamme jossakin toisessa valmennuksessa.",
            sv="Hej {name}!\n\nTyvärr ordnas inte den utbildning som du anmälde dig till. Du behöver inte göra "
            "något.\n\nVi beklagar och hoppas att vi ses på någon annan utbildning.",
            en="Hello {name},\n\nUnfortunately the training you registered for will not be held. There is nothing you "
            "need to do.\n\nWe are sorry, and hope to see you at another training.",
        ),
    },
    "cancelled": {
        "subject": T(
            fi="Ilmoittautumisesi on peruttu: {training}",
            sv="Din anmälan är avbokad: {training}",
            en="Your registration is cancelled: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nolet perunut ilmoittautumisesi. Kiitos, että kerroit siitä!\n\n"
            "Olet lämpimästi tervetullut johonkin toiseen valmennukseen.",
            sv="Hej {name}!\n\nDu har avbokat din anmälan. Tack för att du meddelade oss!\n\n"
            "Du är varmt välkommen till någon annan utbildning.",
            en="Hello {name},\n\nYou have cancelled your registration. Thank you for telling us!\n\n"
            "You are warmly welcome to another training.",
        ),
    },
    "cancelled_by_staff": {
        "subject": T(
            fi="Ilmoittautumisesi on peruttu: {training}",
            sv="Din anmälan är avbokad: {training}",
            en="Your registration is cancelled: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\njärjestäjä on perunut ilmoittautumisesi tähän valmennukseen.\n\n"
            "Jos tämä yllättää sinut, ota meihin yhteyttä.",
            sv="Hej {name}!\n\nArrangören har avbokat din anmälan till den här utbildningen.\n\n"
            "Om detta kommer som en överraskning, kontakta oss.",
            en="Hello {name},\n\nThe organiser has cancelled your registration for this training.\n\n"
            "If this comes as a surprise, please get in touch with us.",
        ),
    },
    "reminder": {
        "subject": T(fi="Muistutus: {training}", sv="Påminnelse: {training}", en="Reminder: {training}"),
        "text": T(
            fi="Hei {name},\n\nvalmennus, johon ilmoittauduit, on pian. Tervetuloa!\n\n"
            "Jos et pääsekään mukaan, peru paikkasi alla olevasta linkistä.",
            sv="Hej {name}!\n\nUtbildningen som du anmälde dig till är snart här. Välkommen!\n\n"
            "Om du får förhinder, avboka din plats via länken nedan.",
            en="Hello {name},\n\nThe training you registered for is coming up soon. Welcome!\n\n"
            "If you cannot come after all, please cancel your seat with the link below.",
        ),
    },
    "materials": {
        "subject": T(
            fi="Valmennuksen materiaalit: {training}",
            sv="Utbildningens material: {training}",
            en="Materials of the training: {training}",
        ),
        "text": T(
            fi="Hei {name},\n\nkiitos, että olit mukana! Valmennuksen aineisto löytyy nyt alla olevista linkeistä.",
            sv="Hej {name}!\n\nTack för att du var med! Materialet från utbildningen finns nu på länkarna nedan.",
            en="Hello {name},\n\nThank you for taking part! You now find the materials of the training behind the "
            "links below.",
        ),
    },
}
