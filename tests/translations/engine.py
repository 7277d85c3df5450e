"""A server on this machine that answers as LibreTranslate does, or as it should not."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Engine:
    """What the server answers (`answer`: texts → texts, bytes, a status, or seconds to wait) and what it was asked."""

    def __init__(self):
        self.asked = []
        self.answer = lambda texts: [f"sv: {text}" for text in texts]
        self.url = ""

    @property
    def settings(self):
        return {
            "CLASS": "wagtail_localize.machine_translators.libretranslate.LibreTranslator",
            "OPTIONS": {"LIBRETRANSLATE_URL": self.url, "API_KEY": "salaisuus", "TIMEOUT": 0.5},
        }

    @property
    def texts(self):
        return [text for question in self.asked for text in question["q"]]


@contextmanager
def libretranslate():
    engine = Engine()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            engine.asked.append(question)
            answer = engine.answer(question["q"]) if callable(engine.answer) else engine.answer
            status, body = 200, answer
            if isinstance(answer, int):
                status, body = answer, b"{}"
            elif isinstance(answer, float):
                time.sleep(answer)
                body = b"{}"
            elif isinstance(answer, list):
                body = json.dumps({"translatedText": answer}).encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # nobody waits any more

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    engine.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield engine
    finally:
        server.shutdown()
        server.server_close()
