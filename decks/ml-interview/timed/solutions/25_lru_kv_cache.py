"""A KV cache of prefixes under a budget of tokens; the least recently used goes first."""
from collections import Counter, OrderedDict


class KVCache:
    """
    Maps a tuple of token ids to its keys and values. A lookup finds the longest cached prefix, so
    only the rest is computed. An entry in use is pinned and stays.
    """

    def __init__(self, budget):
        self.budget, self.used = budget, 0
        self.entry = OrderedDict()  # oldest use first
        self.pins = Counter()

    def lookup(self, tokens):
        """(length, value) of the longest prefix there is, and that one is now the newest."""
        for n in range(len(tokens), 0, -1):
            key = tuple(tokens[:n])
            if key in self.entry:
                self.entry.move_to_end(key)
                return n, self.entry[key]
        return 0, None

    def put(self, tokens, value):
        """False when it cannot fit, even with everything evicted that may go."""
        key = tuple(tokens)
        if key in self.entry:
            self.entry[key] = value
            self.entry.move_to_end(key)
            return True
        if len(key) + sum(len(k) for k in +self.pins) > self.budget:
            return False
        for old in [k for k in self.entry if not self.pins[k]]:
            if self.used + len(key) > self.budget:
                del self.entry[old]
                self.used -= len(old)
        self.entry[key] = value
        self.used += len(key)
        return True

    def pin(self, tokens):
        assert tuple(tokens) in self.entry
        self.pins[tuple(tokens)] += 1

    def unpin(self, tokens):
        assert self.pins[tuple(tokens)] > 0
        self.pins[tuple(tokens)] -= 1


def check():
    c = KVCache(8)
    assert c.put([1, 2, 3], "a") and c.put([1, 2, 3, 4], "b")
    assert c.lookup([1, 2, 3, 4, 5]) == (4, "b") and c.lookup([1, 2, 9]) == (0, None)
    assert c.lookup([1, 2, 3, 7]) == (3, "a")  # now "b" is the oldest
    assert c.put([9, 9], "c") and c.used == 5
    assert c.lookup([1, 2, 3, 4]) == (3, "a")
    assert not c.put(range(9), "too long") and c.used == 5

    c.pin([9, 9])
    assert c.lookup([1, 2, 3])[0] == 3  # "c" is older, but pinned
    assert c.put([5, 5, 5, 5], "d") and c.lookup([9, 9])[1] == "c" and c.lookup([1, 2, 3])[0] == 0
    assert not c.put([6] * 7, "e") and c.used == 6  # the pinned two leave room for six
    c.unpin([9, 9])
    assert c.put([6] * 7, "e") and c.lookup([9, 9])[0] == 0 and c.used == 7
    assert c.put([6] * 7, "f") and c.used == 7 and c.lookup([6] * 7)[1] == "f"


if __name__ == "__main__":
    check()
