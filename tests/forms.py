"""What the browser posts when an editor saves a form of the CMS, down to the streams that JavaScript draws."""

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import nested_form_data


def form_of(block, state):
    """What the browser posts for a block in this form state, as nested data."""
    if isinstance(block, blocks.StreamBlock):
        items = [
            {"type": item["type"], "id": item["id"], "value": form_of(block.child_blocks[item["type"]], item["value"])}
            for item in state
        ]
        return counted(items)
    if isinstance(block, blocks.ListBlock):
        return counted([{"id": item["id"], "value": form_of(block.child_block, item["value"])} for item in state])
    if isinstance(block, blocks.StructBlock):
        return {name: form_of(child, state[name]) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.BooleanBlock):
        return "on" if state else None
    if isinstance(state, list):  # a choice
        return state[0]
    if isinstance(state, dict):  # a chooser
        return str(state["id"])
    return "" if state is None else str(state)


def counted(items):
    data = {"count": str(len(items))}
    for number, item in enumerate(items):
        data[str(number)] = {"order": str(number), "deleted": "", **item}
    return data


def stream_data(page):
    """The fields of the page's streams, which JavaScript draws, as the unchanged form posts them."""
    data = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            state = field.stream_block.get_form_state(getattr(page, field.name))
            data.update(nested_form_data({field.name: form_of(field.stream_block, state)}))
    return {name: value for name, value in data.items() if value is not None}
