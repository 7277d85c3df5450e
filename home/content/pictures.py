"""Pictures of the demo, woven by code from the project's motif."""

import io
import random

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw

from home.content.text import Ref, T
from home.models import SiteImage
from home.motif import BIRCH, WARP, stripes

SIZE = (1600, 900)
PICK = 20
SCALE = 2  # drawn larger and made smaller, for smooth edges

PICTURES = {
    "rug-loom": ("Räsymatto kangaspuissa", "A rag rug whose warp still waits for more weft."),
    "rug-folded": ("Räsymatto läheltä", "Strips of cloth of many colours woven side by side."),
    "rug-edge": ("Räsymaton reuna", "The edge of a rag rug with its fringe."),
}

PROJECT_PAGE_BODY = [
    (
        "image",
        {
            "image": {
                "image": Ref("image", "rug-loom"),
                "alt_text": T(
                    fi="Räsymatto, jonka loimet odottavat vielä uusia kuteita.",
                    sv="En trasmatta vars varp ännu väntar på nya inslag.",
                    en="A rag rug whose warp still waits for new strips of cloth.",
                ),
                "decorative": False,
            },
            "caption": T(
                fi="Räsymatto kestää, koska jokainen kude tukee toista. Siksi se on hankkeen kuva.",
                sv="En trasmatta håller för att varje inslag stöder det andra. Därför är den projektets bild.",
                en="A rag rug lasts because every strip supports the next. That is why it stands for the project.",
            ),
        },
    ),
]


def make():
    """The demo's pictures by name; one that exists is not made again."""
    found = {}
    for name, (title, description) in PICTURES.items():
        image = SiteImage.objects.filter(title=title).first()
        if image is None:
            data = io.BytesIO()
            weave(name, bare=240 if name == "rug-loom" else 0).save(data, "WEBP", quality=82)
            data.seek(0)
            image = SiteImage(title=title, description=description, file=ImageFile(data, name=f"{name}.webp"))
            image.save()
        found[name] = image
    return found


def weave(seed, *, bare=0):
    """A rag rug of SIZE pixels as a Pillow image; `bare` pixels of warp hang free below."""
    random_ = random.Random(seed)  # noqa: S311  (a pattern, not a secret)
    width, height, pick = SIZE[0] * SCALE, SIZE[1] * SCALE, PICK * SCALE
    image = Image.new("RGB", (width, height), BIRCH)
    draw = ImageDraw.Draw(image)
    woven = height - bare * SCALE
    gap = 28 * SCALE
    for x in range(gap // 2, width, gap):
        draw.line([(x, woven - pick), (x + random_.randint(-6, 6), height)], fill=WARP, width=5 * SCALE)
    y = 0
    for colour, passes in stripes(seed, woven // pick):
        for _ in range(passes):
            draw_pass(draw, random_, colour, y, width, pick, gap)
            y += pick
    return image.resize(SIZE, Image.Resampling.LANCZOS)


def draw_pass(draw, random_, colour, y, width, pick, gap):
    """One strip of cloth over and under the warp, its tone varying as cloth does."""
    base = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    offset = gap if (y // pick) % 2 else 0
    for x in range(-gap - offset, width, gap * 2):
        tone = random_.uniform(-14, 14)
        fill = tuple(max(0, min(255, round(part + tone))) for part in base)
        draw.rounded_rectangle([x, y, x + gap * 2 - 1, y + pick], radius=pick // 2, fill=fill)
        light = tuple(min(255, part + 26) for part in fill)
        draw.line([(x + gap // 2, y + pick // 4), (x + gap * 3 // 2, y + pick // 4)], fill=light, width=SCALE)
        dark = tuple(round(part * 0.8) for part in fill)
        draw.line([(x, y + pick), (x + gap * 2, y + pick)], fill=dark, width=SCALE)
