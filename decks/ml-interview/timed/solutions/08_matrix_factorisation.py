"""Matrix factorisation of ratings by alternating least squares with L2."""
import numpy as np


def solve_side(R, seen, F, l2):
    """For each row of R the vector that fits its seen entries best, given the other side's F."""
    k = F.shape[1]
    out = np.zeros((len(R), k))
    for i in range(len(R)):
        A = F[seen[i]]
        out[i] = np.linalg.solve(A.T @ A + l2 * np.eye(k), A.T @ R[i, seen[i]])
    return out


def objective(R, seen, U, V, l2):
    error = (R - U @ V.T)[seen]
    return (error**2).sum() + l2 * ((U**2).sum() + (V**2).sum())


def als(R, seen, k, rng, l2=0.1, steps=30):
    """User and item factors, and the objective after each step."""
    U = np.zeros((R.shape[0], k))
    V = rng.normal(scale=0.1, size=(R.shape[1], k))
    trace = []
    for _ in range(steps):
        U = solve_side(R, seen, V, l2)
        V = solve_side(R.T, seen.T, U, l2)
        trace.append(objective(R, seen, U, V, l2))
    return U, V, trace


def check():
    rng = np.random.default_rng(6)
    R = rng.normal(size=(60, 3)) @ rng.normal(size=(3, 40))
    seen = rng.random(R.shape) < 0.6
    U, V, trace = als(R, seen, 3, rng, l2=0.01, steps=60)
    # Each half step minimises exactly, so the objective never rises.
    assert all(a >= b - 1e-9 for a, b in zip(trace, trace[1:]))
    hidden = (R - U @ V.T)[~seen]
    assert np.sqrt((hidden**2).mean()) < 0.1 * R[~seen].std()  # entries it never saw

    # A user without ratings gets zeros instead of a singular system.
    seen[0] = False
    U, V, _ = als(R, seen, 3, rng)
    assert np.allclose(U[0], 0.0) and np.isfinite(V).all()


if __name__ == "__main__":
    check()
