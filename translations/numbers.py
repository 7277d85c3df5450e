"""Numbers in texts of several languages, so that 1 000,5 and 1,000.5, 3.3.2024 and 3 March 2024 count as the same."""

import re
from collections import Counter

# 1 000 000,5 – 1,000,000.5 – 1.000: thousands in groups, then the decimals.
GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([ \u00a0\u202f\u2009.,'’])\d{3})(?:\1\d{3})*(?!\d)(?!\.\d{1,2}\.)")
DIGITS = re.compile(r"\d+")
# The code of the country before a telephone number: +358 40 … is 040 ….
COUNTRY_CODE = re.compile(r"(?:\+|\b00)(?:358|46|47|45|372)[\s-]*(?:\(0\)\s*)?")
AFTERNOON = re.compile(r"(?<![\d.:])(\d{1,2})(?=(?:[.:]\d{2})?\s*p\.?\s?m\b)", re.IGNORECASE)

# Beginnings of the words for 1–12; longer ones of another number stand first in the text and cannot be told apart
# better, for which a number that is not missed is the price.
WORDS = {
    "fi": "yksi|yhde|yhtä kaksi|kahde|kahta|kaht kolm neljä viisi|viide|viittä kuusi|kuude|kuutta seitsem kahdeksa "
    "yhdeksä kymmen yksitoista|yhdentoista kaksitoista|kahdentoista",
    "sv": "en|ett|första två|andra tre|tredje fyra|fjärde fem|femte sex|sjätte sju|sjunde åtta|åttonde nio|nionde "
    "tio|tionde elva|elfte tolv|tolfte",
    "en": "one|first|once|a two|second|twice three|third four|fourth five|fifth six|sixth seven|seventh "
    "eight|eighth nine|ninth ten|tenth eleven|eleventh twelve|twelfth",
}
MONTHS = {
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
    "sv": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
}
MONTH_ENDS = {
    "fi": r"kuu\w*",
    "sv": r"(?:\.|uari|ruari|s|il|i|usti|t(?:\.|ember)|ober|ember)?(?!\w)",
    "en": r"(?:\.|uary|ruary|ch|il|e|y|ust|t(?:\.|ember)|ober|ember)?(?!\w)",
}


def numbers(text):
    """{number: how often} of a plain text. Leading zeros and full hours (12.00) are left out, groups are joined."""
    text = COUNTRY_CODE.sub(" ", text)
    text = AFTERNOON.sub(lambda match: str(int(match[1]) % 12 + 12), text)
    text = GROUPED.sub(lambda match: "".join(DIGITS.findall(match[0])), text)
    return Counter(number.lstrip("0") or "0" for number in DIGITS.findall(text) if number != "00")


def spelled(text, language):
    """{number: how often} of the numbers that a text may hold in words, months included."""
    language, found = language.split("-")[0], Counter()
    end = r"\w*" if language == "fi" else r"\b"
    for number, words in enumerate(WORDS.get(language, "").split(), start=1):
        found[str(number)] += len(re.findall(rf"\b(?:{words}){end}", text, re.IGNORECASE))
    for number, name in enumerate(MONTHS.get(language, "").split(), start=1):
        found[str(number)] += len(re.findall(rf"\b{name}{MONTH_ENDS[language]}", text, re.IGNORECASE))
    return found


def differences(source, source_language, target, target_language):
    """(lost, added) numbers of a translation, each a sorted list of texts."""
    before, after = numbers(source), numbers(target)
    if "".join(DIGITS.findall(source)) == "".join(DIGITS.findall(target)):
        return [], []
    lost = before - after - spelled(target, target_language)
    added = after - before - spelled(source, source_language)
    return sorted(lost, key=int), sorted(added, key=int)
