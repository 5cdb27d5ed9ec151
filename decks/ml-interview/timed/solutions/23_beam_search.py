"""Beam search over a function that gives log probabilities of the next token."""
import numpy as np


def beam_search(step, width, end, limit, alpha=0.6):
    """
    step(tokens) gives log P(next | tokens). Finished ones are ranked by log P / length^alpha:
    without that each further token only costs, and short ones win. Best first: (score, tokens).
    """
    beams, done = [(0.0, ())], []
    for _ in range(limit):
        options = []
        for total, tokens in beams:
            logp = step(tokens)
            for t in np.argsort(-logp, kind="stable")[: width + 1]:
                options.append((total + logp[t], tokens + (int(t),)))
        options.sort(key=lambda o: -o[0])
        beams = []
        for total, tokens in options:
            if tokens[-1] == end:
                done.append((total / len(tokens) ** alpha, tokens))
            else:
                beams.append((total, tokens))
            if len(beams) == width:
                break
        if not beams:
            break
        # With alpha = 0 a sum only falls: an open one that is behind now stays behind.
        if alpha == 0 and len(done) >= width and sorted(done)[-width][0] >= beams[0][0]:
            break
    done += [(total / len(tokens) ** alpha, tokens) for total, tokens in beams]
    return sorted(done, key=lambda d: -d[0])[:width]


def check():
    # 0 ends. "1" looks better at first, but what follows it is dull; "2 1" is the best pair.
    table = {(): [0.0, 0.6, 0.4], (1,): [0.3, 0.35, 0.35], (2,): [0.02, 0.95, 0.03]}

    def step(tokens):
        with np.errstate(divide="ignore"):
            return np.log(np.array(table.get(tokens, [1.0, 0.0, 0.0])))

    greedy, wide = (beam_search(step, width, 0, 3, alpha=0)[0] for width in (1, 3))
    assert greedy[1] == (1, 1, 0) and np.isclose(greedy[0], np.log(0.6 * 0.35))
    assert wide[1] == (2, 1, 0) and np.isclose(wide[0], np.log(0.4 * 0.95))

    # A beam as wide as the tree is an exhaustive search.
    rng = np.random.default_rng(18)
    P = rng.dirichlet(np.ones(4), size=4)

    def chain(tokens):
        return np.log(P[tokens[-1] if tokens else 0])

    score, tokens = beam_search(chain, 300, 0, 4, alpha=0)[0]
    every = {(): 0.0}
    final = []
    for n in range(4):
        every = {t + (j,): s + chain(t)[j] for t, s in every.items() for j in range(4)}
        final += [s for t, s in every.items() if t[-1] == 0 or n == 3]
        every = {t: s for t, s in every.items() if t[-1] != 0}
    assert np.isclose(score, max(final))
    # log 0.3 = -1.20 is more than log(0.6 0.35) = -1.56, but less than a third of that.
    assert beam_search(step, 2, 0, 3, alpha=0)[0][1] == (2, 1, 0)
    table[()] = [0.3, 0.6, 0.1]
    assert beam_search(step, 2, 0, 3, alpha=0)[0][1] == (0,)
    assert beam_search(step, 2, 0, 3, alpha=1)[0][1] == (1, 1, 0)


if __name__ == "__main__":
    check()
