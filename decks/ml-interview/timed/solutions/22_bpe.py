"""Byte pair encoding on bytes: train merges, encode, decode."""
import re
from collections import Counter


def words_of(text):
    """A word keeps the blank before it; no token crosses words. Joined they are the text."""
    return re.findall(r" ?[^ ]+| ", text)


def merge(ids, pair, new):
    out, i = [], 0
    while i < len(ids):
        found = tuple(ids[i : i + 2]) == pair
        out.append(new if found else ids[i])
        i += 2 if found else 1
    return out


def train(text, merges):
    """Merges in the order they were learned: (left, right) to the new number, from 256 on."""
    words = Counter(words_of(text))  # each different word is merged once
    pieces = {w: list(w.encode()) for w in words}
    learned = {}
    for new in range(256, 256 + merges):
        pairs = Counter()
        for w, n in words.items():
            for pair in zip(pieces[w], pieces[w][1:]):
                pairs[pair] += n
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))  # ties: the smallest, so it can be repeated
        learned[best] = new
        pieces = {w: merge(ids, best, new) for w, ids in pieces.items()}
    return learned


def encode(text, learned):
    """Of the pairs that are there, the one learned first is merged first."""
    out = []
    for ids in (list(w.encode()) for w in words_of(text)):
        while pairs := [p for p in zip(ids, ids[1:]) if p in learned]:
            first = min(pairs, key=learned.get)
            ids = merge(ids, first, learned[first])
        out += ids
    return out


def decode(ids, learned):
    piece = {i: bytes([i]) for i in range(256)}
    for (a, b), new in learned.items():  # in order: the parts are known before the whole
        piece[new] = piece[a] + piece[b]
    return b"".join(piece[i] for i in ids).decode(errors="replace")


def check():
    text = "low low low lower lower newest newest newest widest"
    learned = train(text, 30)
    for s in (text, "", "  two  blanks ", "a\n\0b", "lowest", "unseen words: Ω, 日本"):
        assert decode(encode(s, learned), learned) == s
    assert len(encode(text, learned)) < len(text.encode())
    assert merge([1, 1, 1], (1, 1), 9) == [9, 1]  # from the left, without overlap
    assert list(train("aaab aaab", 1)) == [(97, 97)]
    # Learned first, merged first, wherever it stands: not the leftmost, not the longest.
    assert encode("abc", {(98, 99): 256, (97, 98): 257}) == [97, 256]
    assert encode("xyz", learned) == list(b"xyz")  # bytes, never "unknown"


if __name__ == "__main__":
    check()
