"""Blocks of pictures. Wagtail's ImageBlock asks for an alternative text or "decorative"."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from .text import heading_block

MEDIA = _("Pictures")


def example_image(alt_text):
    """A value for previews: any picture of the site as an ImageBlock's value, or None."""
    image = get_image_model().objects.order_by("pk").first()
    if image is None:
        return None
    image.contextual_alt_text = alt_text
    image.decorative = False
    return image


class GalleryImageBlock(StructBlock):
    """One picture of a gallery, refused without the consent of the people in it."""

    image = ImageBlock(label=_("Image"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=250)

    def clean(self, value):
        value = super().clean(value)
        image = value["image"]  # a draft may have none yet
        if image and image.consent_error:
            raise StructBlockValidationError(block_errors={"image": image.consent_error})
        return value


class ImageWithCaptionBlock(GalleryImageBlock):
    """One picture across the text."""

    credit = CharBlock(label=_("Photographer or maker"), required=False, max_length=120)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("One picture with its caption.")
        group = MEDIA
        template = "home/blocks/image.html"
        label_format = "{caption}"

    def get_preview_value(self):
        image = example_image("Räsymatto")
        return self.normalize({"image": image, "caption": "Jokainen kude on erilainen.", "credit": ""})


class GalleryBlock(StructBlock):
    """Several pictures side by side."""

    heading = heading_block()
    images = ListBlock(GalleryImageBlock(label=_("Image")), label=_("Images"), min_num=2, max_num=12)

    class Meta:
        icon = "image"
        label = _("Image gallery")
        description = _("Two to twelve pictures side by side.")
        group = MEDIA
        template = "home/blocks/gallery.html"
        label_format = "{heading}"

    def get_preview_value(self):
        image = example_image("Räsymatto")
        items = [{"image": image, "caption": "Kude"}, {"image": image, "caption": "Loimi"}] if image else []
        return self.normalize({"heading": "Kuvia", "images": items})
