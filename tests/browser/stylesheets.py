"""CSS as a browser of 2022 understands it: without nesting, light-dark(), :has(), container queries."""

import re

HOLDS_RULES = ("@media", "@layer", "@supports", "@container", "@scope", "@starting-style")
YOUNG_RANGE = re.compile(r"\((?:[^()]*[<>]=?[^()]*)\)")


def parts(css):
    """(prelude, body or None) of each statement at the top level of `css`; a declaration's body is None."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    depth, start, opened, quote, round_depth = 0, 0, 0, "", 0
    for place, character in enumerate(css):
        if quote:
            quote = "" if character == quote and css[place - 1] != "\\" else quote
        elif character in "\"'":
            quote = character
        elif character in "()":
            round_depth += 1 if character == "(" else -1
        elif round_depth:
            continue
        elif character == "{":
            depth += 1
            opened = place if depth == 1 else opened
        elif character == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : place]
                start = place + 1
        elif character == ";" and depth == 0:
            if css[start:place].strip():
                yield css[start:place].strip(), None
            start = place + 1
    if css[start:].strip():
        yield css[start:].strip(), None


def is_rule_of_rules(prelude):
    return prelude.startswith(HOLDS_RULES)


def is_young(prelude):
    return prelude.startswith("@container") or ":has(" in prelude or bool(YOUNG_RANGE.search(prelude))


def as_old(css, inside_rule=False):
    """The style sheet without what an older browser drops."""
    kept = []
    for prelude, body in parts(css):
        if is_young(prelude) or (inside_rule and body is not None):
            continue
        if body is None:
            if "light-dark(" not in prelude:
                kept.append(f"{prelude};")
        else:
            kept.append(f"{prelude} {{ {as_old(body, inside_rule or not is_rule_of_rules(prelude))} }}")
    return "\n".join(kept)


def young_parts(css, inside_rule=False):
    """Uses of nesting, light-dark(), container queries and range syntax, on which nothing of ours may depend."""
    found = []
    for prelude, body in parts(css):
        if prelude.startswith("@container") or "container-type" in prelude:
            found.append(f"container query: {prelude}")
        if prelude.startswith("@media") and YOUNG_RANGE.search(prelude):
            found.append(f"range syntax: {prelude}")
        if inside_rule and body is not None:
            found.append(f"nesting: {prelude}")
        if body is None and "light-dark(" in prelude:
            found.append(f"light-dark(): {prelude}")
        if body is not None:
            found += young_parts(body, inside_rule or not is_rule_of_rules(prelude))
    return found
