"""The process that sets one document with Typst, then ends.

Run as `python -m home.typst_process` by `home.typesetting`, which writes a request as JSON to its standard input and
reads the answer as JSON from its standard output. A process for each document keeps Typst's memory (some 100 MB, and
700 MB after fifty documents, as its cache only grows) out of the web's, and can be ended when it takes too long.
It knows nothing of Django: it starts in a tenth of a second.
"""

import base64
import json
import sys

import typst


def answer(request):
    """Set the document of a request: {files, facts}, or {error} with Typst's own words."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[request["fonts"]])
    # Without its family Typst would set an empty page and say nothing.
    if absent := sorted(set(request["families"]) - set(fonts.families())):
        return {"error": f"typeface missing: {', '.join(absent)}"}
    compiler = typst.Compiler(
        f"{request['root']}/{request['template']}",
        root=request["root"],
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(request["data"]), "option": json.dumps(request["option"])},
    )
    try:
        if request["format"] == "pdf":
            made = compiler.compile(format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=request["timestamp"])
        else:
            made = compiler.compile(format="png", ppi=request["ppi"])
        facts = json.loads(compiler.query("<facts>", field="value"))
    except typst.TypstError as error:
        return {"error": "\n".join([error.message, *error.hints, error.diagnostic])}
    files = made if isinstance(made, list) else [made]
    return {"files": [base64.b64encode(file).decode() for file in files], "facts": facts[-1]}


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
