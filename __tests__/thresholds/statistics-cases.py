"""Writes statistics-cases.json: what SciPy, statsmodels, pyhomogeneity and ruptures say of the same numbers.

    pip install numpy==2.* scipy==1.* statsmodels==0.15.* pyhomogeneity==1.1 ruptures==1.1.*
    python3 __tests__/thresholds/statistics-cases.py > __tests__/thresholds/statistics-cases.json

It takes some minutes: pyhomogeneity draws 100,000 series for each case. The tests hold src/ against that file; they need no Python.
"""

import json

import numpy as np
import pyhomogeneity
import ruptures
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20261125)


def rounded(values):
    return [round(float(value), 4) for value in values]


def series(kind, n):
    if kind == "normal":
        return rounded(rng.normal(4.2, 0.05, n))
    if kind == "heavy":
        return rounded(20 + 3 * rng.standard_t(2, n))
    if kind == "ties":
        return [float(value) for value in rng.integers(0, 4, n)]
    if kind == "shift":
        return rounded(np.concatenate([rng.normal(4.3, 0.05, n // 2), rng.normal(4.0, 0.05, n - n // 2)]))
    if kind == "late shift":
        return rounded(np.concatenate([rng.normal(30, 2, n - 4), rng.normal(40, 2, 4)]))
    if kind == "drift":
        return rounded(np.linspace(4.4, 4.0, n) + rng.normal(0, 0.05, n))
    return [100.0] * n


middle = []
for n in (1, 2, 3, 4, 5, 7, 8, 20, 50):
    for kind in ("normal", "heavy", "ties", "constant"):
        values = series(kind, n)
        middle.append(
            {
                "values": values,
                "median": float(np.median(values)),
                # scale: the value is divided by it; 1 / 1.4826 as R's mad() has it.
                "spread": float(stats.median_abs_deviation(values, scale=1 / 1.4826)),
            }
        )

wilson = []
for of in (1, 2, 3, 5, 10, 20, 50, 100, 500, 10000):
    for hits in sorted({0, 1, of // 3, of // 2, of - 1, of}):
        low, high = proportion_confint(hits, of, alpha=0.05, method="wilson")
        wilson.append({"hits": int(hits), "of": int(of), "low": 100 * float(low), "high": 100 * float(high)})

change = []
for n in (8, 9, 12, 20, 30, 51):
    for kind in ("normal", "heavy", "ties", "shift", "late shift", "drift"):
        values = series(kind, n)
        found = pyhomogeneity.pettitt_test(values, sim=100000)
        change.append(
            {
                "kind": kind,
                "values": values,
                # The last place of the old level, from 1: the first of the new one, from 0.
                "place": int(found.cp),
                "k": float(found.U),
                "p": float(found.p),
                # The first place of the new level, by least absolute deviations from the medians of at least three values each.
                "split": int(ruptures.Dynp(model="l1", min_size=3, jump=1).fit_predict(np.array(values), n_bkps=1)[0]),
            }
        )

made = f"numpy {np.__version__}, scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, pyhomogeneity 1.1, ruptures {ruptures.__version__}"
print(json.dumps({"made": made, "middle": middle, "wilson": wilson, "change": change}))
