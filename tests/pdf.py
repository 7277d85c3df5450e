"""What a PDF shows: pages, their text, where it stands, the codes on it."""

import io

import pikepdf
import pypdfium2
import zxingcpp


class Pdf:
    """`page_sizes` in millimetres; `text` without any white space and soft hyphens, in the order of the file."""

    def __init__(self, data):
        self.data = data
        self.document = pypdfium2.PdfDocument(data)
        self.pages = list(self.document)

    @property
    def page_sizes(self):
        return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in self.pages]

    @property
    def text(self):
        return squeezed("".join(page.get_textpage().get_text_range() for page in self.pages))

    def boxes(self, page):
        """(left, bottom, right, top) in points of each piece of a line of text."""
        textpage = page.get_textpage()
        return [textpage.get_rect(number) for number in range(textpage.count_rects())]

    def codes(self):
        """The contents of the QR codes."""
        pictures = (page.render(scale=3).to_pil() for page in self.pages)
        return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]

    def catalogue(self):
        """(language, is tagged, title) of the file."""
        with pikepdf.open(io.BytesIO(self.data)) as file:
            tagged = bool(file.Root.get("/MarkInfo", {}).get("/Marked", False))
            return str(file.Root.get("/Lang", "")), tagged, str(file.docinfo.get("/Title", ""))

    def tags(self):
        """How often each structure element stands in the file."""
        counts = {}
        with pikepdf.open(io.BytesIO(self.data)) as file:
            todo = [file.Root.StructTreeRoot]
            while todo:
                element = todo.pop()
                if isinstance(element, pikepdf.Array):
                    todo += list(element)
                elif isinstance(element, pikepdf.Dictionary):
                    name = str(element.get("/S", ""))
                    counts[name] = counts.get(name, 0) + 1
                    if "/K" in element:
                        todo.append(element.K)
        return counts


# A hyphen at the end of a line is read as one of these.
HYPHENS = dict.fromkeys(map(ord, "-\u00ad\ufffe\x02"))


def squeezed(text):
    """A text without white space and hyphens, which breaks of lines add and take away."""
    return "".join(text.translate(HYPHENS).split())
