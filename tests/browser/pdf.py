"""Just enough of PDF to read what Chromium prints: pages, their size and their text."""

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
STREAM = re.compile(rb"^(.*?)\bstream\r?\n(.*)\r?\nendstream", re.DOTALL)
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
MEDIA_BOX = re.compile(rb"/MediaBox\s*\[([^\]]*)\]")
FONT = re.compile(rb"/(F\d+)\s+(\d+) 0 R")
MAPPED_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
MAPPED_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f]+)>")
SHOWN = re.compile(rb"/(F\d+)\s+\S+\s+Tf|<([0-9A-Fa-f]+)>")


class Pdf:
    """`page_sizes` in millimetres; `text` without any white space, in the order of drawing."""

    def __init__(self, data):
        self.objects = {int(number): body for number, body in OBJECT.findall(data)}
        assert self.objects, "not a PDF as Chromium writes it"
        self.pages = [body for body in self.objects.values() if PAGE.search(self.dictionary(body))]

    @staticmethod
    def dictionary(body):
        found = STREAM.match(body)
        return found[1] if found else body

    @staticmethod
    def stream(body):
        found = STREAM.match(body)
        if not found:
            return b""
        return zlib.decompress(found[2]) if b"FlateDecode" in found[1] else found[2]

    @property
    def page_sizes(self):
        boxes = [[float(number) for number in MEDIA_BOX.search(page)[1].split()] for page in self.pages]
        return [(round((box[2] - box[0]) / 72 * 25.4), round((box[3] - box[1]) / 72 * 25.4)) for box in boxes]

    @property
    def text(self):
        return "".join(self.text_of(page) for page in self.pages)

    def text_of(self, page):
        fonts = {name: self.characters_of(int(number)) for name, number in FONT.findall(page)}
        content = re.search(rb"/Contents\s+(\d+) 0 R", page)
        characters, shown = {}, []
        for font, codes in SHOWN.findall(self.stream(self.objects[int(content[1])])):
            if font:
                characters = fonts.get(font, {})
            else:
                shown += [characters.get(codes[at : at + 4].upper(), "\ufffd") for at in range(0, len(codes), 4)]
        return "".join("".join(shown).split())

    def characters_of(self, font):
        """{glyph code: text} from the font's table of Unicode characters."""
        table = re.search(rb"/ToUnicode\s+(\d+) 0 R", self.objects.get(font, b""))
        if not table:
            return {}
        source, found = self.stream(self.objects[int(table[1])]), {}
        for section in MAPPED_CHARACTERS.findall(source):
            codes = HEXADECIMAL.findall(section)
            found.update((code.upper(), unicode(text)) for code, text in zip(codes[::2], codes[1::2], strict=True))
        for section in MAPPED_RANGES.findall(source):
            codes = HEXADECIMAL.findall(section)
            for first, last, text in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
                for step in range(int(last, 16) - int(first, 16) + 1):
                    found[b"%04X" % (int(first, 16) + step)] = chr(int(text, 16) + step)
        return found


def unicode(hexadecimal):
    return bytes.fromhex(hexadecimal.decode()).decode("utf-16-be")
