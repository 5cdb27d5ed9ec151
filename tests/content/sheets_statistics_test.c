/* sheets_statistics_test.c - figures of the sheets on statistics, evaluation and retrieval, with their arithmetic. */
#include "figure.h"

#include <math.h>

#include "hone/base.h"

#define SHEET(name) "ml-interview/sheets/" name ".md"

/* P(Z >= |z|) twice; P(chi-square with df degrees of freedom >= x) for df 1, 2 and 5. */
static double two_sided(double z)
{
	return 2 * normal_below(-fabs(z));
}

static double chi_above(double x, int df)
{
	if (df == 1)
		return two_sided(sqrt(x));
	if (df == 2)
		return exp(-x / 2);
	return erfc(sqrt(x / 2)) + sqrt(2 * x / M_PI) * exp(-x / 2) * (1 + x / 3);
}

static double normal_quantile(double p)
{
	double low = -10, high = 10;
	while (high - low > 1e-12) {
		double z = (low + high) / 2;
		*(normal_below(z) < p ? &low : &high) = z;
	}
	return low;
}

/* Student's distribution by Simpson's rule from 0. */
static double student_below(double t, double df)
{
	int n = 2000;
	double sum = 0, h = t / n;
	double c = exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(df * M_PI);
	for (int i = 0; i <= n; i++) {
		double x = i * h, f = c * pow(1 + x * x / df, -(df + 1) / 2);
		sum += (i == 0 || i == n ? 1 : i % 2 ? 4 : 2) * f;
	}
	return 0.5 + sum * h / 3;
}

static double student_quantile(double p, double df)
{
	double low = 0, high = 100;
	while (high - low > 1e-9) {
		double t = (low + high) / 2;
		*(student_below(t, df) < p ? &low : &high) = t;
	}
	return low;
}

/* False alarms of that many equally spaced looks, each at a nominal 5 %: the path's density, look by look. */
static double peeking(int looks)
{
	enum { HALF = 400 };
	static double f[2 * HALF + 1], g[2 * HALF + 1];
	double h = 0.025, inside = 0;
	for (int i = 0; i <= 2 * HALF; i++)
		f[i] = i == HALF ? 1 / h : 0;
	for (int k = 1; k <= looks; k++) {
		inside = 0;
		for (int i = 0; i <= 2 * HALF; i++) {
			double s = (i - HALF) * h;
			g[i] = 0;
			if (fabs(s) > 1.959964 * sqrt(k))
				continue;
			for (int j = 0; j <= 2 * HALF; j++) {
				double d = (i - j) * h;
				if (f[j] > 0)
					g[i] += f[j] * exp(-d * d / 2) / sqrt(2 * M_PI) * h;
			}
			inside += g[i] * h;
		}
		for (int i = 0; i <= 2 * HALF; i++)
			f[i] = g[i];
	}
	return 1 - inside;
}

TEST(figures_of_the_sheet_on_regression_diagnostics_hold)
{
	const char *at = SHEET("regression-diagnostics");
	const double y[] = { 2.1, 3.9, 6.2, 7.8, 10.1 };
	double mean = 0, sxy = 0, sse = 0, sst = 0, turns = 0, last = 0;
	for (int i = 0; i < 5; i++) {
		mean += y[i] / 5;
		sxy += (i - 2) * y[i];
	}
	for (int i = 0; i < 5; i++) {
		double e = y[i] - mean - sxy / 10 * (i - 2);
		sse += e * e;
		sst += (y[i] - mean) * (y[i] - mean);
		turns += i > 0 ? (e - last) * (e - last) : 0;
		last = e;
	}
	double error = sqrt(sse / 3 / 10), t = 0.3 * sqrt((100 - 2) / (1 - 0.09));
	const struct figure s[] = {
		{ at, "Slope $19.9/10 = 1.99$", sxy, 19.9, 1e-9 },
		{ at, "intercept 0.05", mean - 3 * sxy / 10, 0.05, 1e-9 },
		{ at, "SSE 0.107", sse, 0.107, 1e-3 },
		{ at, "$s = 0.189$", sqrt(sse / 3), 0.189, 1e-3 },
		{ at, "error of the slope 0.0597", error, 0.0597, 1e-3 },
		{ at, "$t = 33.3$", sxy / 10 / error, 33.3, 1e-3 },
		{ at, "$R^2 = 0.9973$", 1 - sse / sst, 0.9973, 1e-4 },
		{ at, "$DW = 3.56$", turns / sse, 3.56, 2e-3 },
		{ at, "$DW = 0.8$ means $\\hat{\\rho} \\approx 0.6$", 1 - 0.8 / 2, 0.6, 1e-9 },
		{ at, "$LM = 8.0$", 200 * 0.04, 8, 1e-9 },
		{ at, "$p = e^{-4} = 0.018$", chi_above(8, 2), 0.018, 0.02 },
		{ at, "$JB = 10$", 120 / 6.0 * (0.5 * 0.5 + 1 / 4.0), 10, 1e-9 },
		{ at, "$p = e^{-5} = 0.0067$", chi_above(10, 2), 0.0067, 6e-3 },
		{ at, "VIF 10, standard error 3.16 times", 1 / (1 - 0.9), 10, 1e-9 },
		{ at, "VIF 10, standard error 3.16 times", sqrt(10), 3.16, 1e-3 },
		{ at, "correlation 0.95: VIF 10.3", 1 / (1 - 0.95 * 0.95), 10.3, 5e-3 },
		{ at, "$h_{55} = 0.6$", 1 / 5.0 + 2 * 2 / 10.0, 0.6, 1e-9 },
		{ at, "a true 2 becomes 1.6", 2 * 4 / (4 + 1.0), 1.6, 1e-9 },
		{ at, "$t = 3.11$, $p = 0.002$", t, 3.11, 2e-3 },
		{ at, "$t = 3.11$, $p = 0.002$", 2 * (1 - student_below(t, 98)), 0.0024, 0.02 },
		{ at, "(0.11, 0.47)", tanh(atanh(0.3) - 1.96 / sqrt(97)), 0.11, 0.01 },
		{ at, "(0.11, 0.47)", tanh(atanh(0.3) + 1.96 / sqrt(97)), 0.47, 5e-3 },
		{ at, "9 % of the variance", 0.3 * 0.3, 0.09, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_likelihood_and_tests_hold)
{
	const char *at = SHEET("mle-hypothesis-tests");
	double p1 = 200 / 4000.0, p2 = 248 / 4000.0, p = (p1 + p2) / 2;
	double z = (p2 - p1) / sqrt(p * (1 - p) * 2 / 4000);
	double wide = 1.96 * sqrt(p1 * (1 - p1) / 4000 + p2 * (1 - p2) / 4000);
	double die = (25 + 4 + 1 + 4 + 0 + 100) / 10.0;
	double power = 2 * pow(normal_quantile(0.975) + normal_quantile(0.8), 2);
	const struct figure s[] = {
		{ at, "1/\\bar{x} = 1/6", 5 / (2 + 3 + 7 + 8 + 10.0), 1 / 6.0, 1e-9 },
		{ at, "= 0.0745$", 1 / 6.0 / sqrt(5), 0.0745, 1e-3 },
		{ at, "posterior Beta(9, 5), mean 0.643", (2 + 7) / (2 + 7 + 2 + 3.0), 0.643,
			1e-3 },
		{ at, "mode (MAP) 0.667", (9 - 1) / (9 + 5 - 2.0), 0.667, 1e-3 },
		{ at, "t_{29, \\, 0.975} = 2.045", student_quantile(0.975, 29), 2.045, 1e-3 },
		{ at, "against 1.960", normal_quantile(0.975), 1.960, 1e-4 },
		{ at, "$t = 1.0$, critical 2.131", (52 - 50) / (8 / sqrt(16)), 1, 1e-9 },
		{ at, "$t = 1.0$, critical 2.131", student_quantile(0.975, 15), 2.131, 1e-3 },
		{ at, "52 \\pm 4.26", 2.131 * 8 / sqrt(16), 4.26, 1e-3 },
		{ at, "Pooled $\\hat{p} = 0.056$", p, 0.056, 1e-9 },
		{ at, "\\frac{0.012}{0.00514} = 2.33", p2 - p1, 0.012, 1e-9 },
		{ at, "\\frac{0.012}{0.00514} = 2.33", sqrt(p * (1 - p) * 2 / 4000), 0.00514,
			1e-3 },
		{ at, "\\frac{0.012}{0.00514} = 2.33", z, 2.33, 3e-3 },
		{ at, "p = 0.0196", two_sided(z), 0.0196, 5e-3 },
		{ at, "0.012 \\pm 0.0101", wide, 0.0101, 5e-3 },
		{ at, "$z^2 = 5.45$", z * z, 5.45, 2e-3 },
		{ at, "$\\chi^2 = 13.4$", die, 13.4, 1e-9 },
		{ at, "$p = 0.020$", chi_above(die, 5), 0.020, 0.02 },
		{ at, "$P(Z > 2) = 0.0228$", normal_below(-2), 0.0228, 3e-3 },
		{ at, "> 1.96) = 0.05$", two_sided(1.96), 0.05, 1e-3 },
		{ at, "< 1) = 0.683$", 1 - two_sided(1), 0.683, 1e-3 },
		{ at, "$2(1.960 + 0.842)^2 = 15.7$", power, 15.7, 1e-3 },
		{ at, "$2(1.960 + 0.842)^2 = 15.7$", normal_quantile(0.8), 0.842, 1e-3 },
		{ at, "63 a group", ceil(power / 0.25), 63, 0 },
		{ at, "$1 - 0.95^{20} = 0.64$", 1 - pow(0.95, 20), 0.64, 3e-3 },
		{ at, "Bonferroni and Holm reject two", 0.008 <= 0.05 / 5 && 0.039 > 0.05 / 3, 1,
			0 },
		{ at, "(0.042 ≤ 0.05)", 0.05 * 5 / 5, 0.05, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_experiments_and_distributions_hold)
{
	const char *at = SHEET("ab-testing-distributions");
	double z = normal_quantile(0.975) + normal_quantile(0.8);
	double n = z * z * (0.05 * 0.95 + 0.055 * 0.945) / (0.005 * 0.005);
	double ratio = 2 * 600.0 * 600 / 50600;
	double r = 0.51 / 0.49, different = 1, draws = 0;
	for (int i = 0; i < 23; i++)
		different *= 1 - i / 365.0;
	for (int i = 1; i <= 50; i++)
		draws += 50.0 / i;
	const struct figure s[] = {
		{ at, "31,231 a group", ceil(n), 31231, 5e-5 },
		{ at, "rule of thumb 30,400", 16 * 0.05 * 0.95 / (0.005 * 0.005), 30400, 1e-9 },
		{ at, "both groups 6.2 days", 2 * n / 10000, 6.2, 0.01 },
		{ at, "variance 0.51, so 49 % fewer", 1 - 0.7 * 0.7, 0.51, 1e-9 },
		{ at, "$\\chi^2 = 14.2$, $p = 0.00016$", ratio, 14.2, 3e-3 },
		{ at, "$\\chi^2 = 14.2$, $p = 0.00016$", chi_above(ratio, 1), 0.00016, 0.03 },
		{ at, "5 looks give 14 % false alarms, 10 looks 19 %", peeking(5), 0.142, 0.01 },
		{ at, "5 looks give 14 % false alarms, 10 looks 19 %", peeking(10), 0.193, 0.01 },
		{ at, "1,420 for an exponential variable", 355 * pow(2, 2), 1420, 1e-9 },
		{ at, "some 354,000 for a purchase rate of 0.1 %",
			355 * pow(1 - 0.002, 2) / (0.001 * 0.999), 354000, 1e-3 },
		{ at, "1.349 $\\sigma$ for a normal", 2 * normal_quantile(0.75), 1.349, 1e-4 },
		{ at, "uniform 1.8, exponential 9", 1 / 80.0 / pow(1 / 12.0, 2), 1.8, 1e-9 },
		{ at, "uniform 1.8, exponential 9", 24 - 4 * 6 + 6 * 2 - 4 + 1, 9, 0 },
		{ at, "exponential 2 |", 6 - 3 * 2 + 3 - 1, 2, 0 },
		{ at, "spec. 0.95: 16.7 %", 0.0099 / (0.0099 + 0.99 * 0.05), 0.167, 3e-3 },
		{ at, "50 of 100: 11.9 %", (1 - pow(r, 50)) / (1 - pow(r, 100)), 0.119, 3e-3 },
		{ at, "| 2,500 |", 50 * (100 - 50), 2500, 0 },
		{ at, "$p = 0.3$: 4.76 flips", 2 / (2 * 0.3 * 0.7), 4.76, 1e-3 },
		{ at, "23 people: 50.7 %", 1 - different, 0.507, 1e-3 },
		{ at, "50: 225 draws", draws, 225, 1e-3 },
		{ at, "a six: 6 rolls; HH: 6, HT: 4 flips", 1 / pow(0.5, 2) + 1 / 0.5, 6, 0 },
		{ at, "a six: 6 rolls; HH: 6, HT: 4 flips", 1 / 0.5 + 1 / 0.5, 4, 0 },
		{ at, "10 choose 3: 120", choose(10, 3), 120, 1e-9 },
		{ at, "(5/6, 1/6)", 0.5 / (0.1 + 0.5), 5 / 6.0, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_retrieval_hold)
{
	const char *at = SHEET("rag");
	double idf = log(1 + (1000 - 10 + 0.5) / (10 + 0.5)), often = 3 * 2.2 / (3 + 1.2);
	const struct figure s[] = {
		{ at, "10,000 tokens at 500 and 50: 23", ceil((10000 - 50) / (500 - 50.0)), 23, 0 },
		{ at, "$\\ln 256 = 5.55$", log(256), 5.55, 1e-3 },
		{ at, "$4.557 \\times 1.571 = 7.16$", idf, 4.557, 1e-3 },
		{ at, "$4.557 \\times 1.571 = 7.16$", often, 1.571, 1e-3 },
		{ at, "$4.557 \\times 1.571 = 7.16$", idf * often, 7.16, 1e-3 },
		{ at, "$k_1 + 1 = 2.2$", 1.2 + 1, 2.2, 1e-9 },
		{ at, "Ranks 1 and 3: 0.03227", 1 / 61.0 + 1 / 63.0, 0.03227, 3e-4 },
		{ at, "ranks 2 and 2: 0.03226", 2 / 62.0, 0.03226, 3e-4 },
		{ at, "at rank 1: 0.01639", 1 / 61.0, 0.01639, 3e-4 },
		{ at, "16 of 3,162 cells scans 0.5 %", sqrt(10e6), 3162, 1e-3 },
		{ at, "16 of 3,162 cells scans 0.5 %", 16 / 3162.0, 0.005, 0.02 },
		{ at, "96 bytes: 32 times smaller", 768 * 4 / 96.0, 32, 0 },
		{ at, "| 30.7 GB |", 10e6 * 768 * 4 / 1e9, 30.7, 1e-3 },
		{ at, "| 15.4 GB |", 10e6 * 768 * 2 / 1e9, 15.4, 3e-3 },
		{ at, "| 7.68 GB |", 10e6 * 768 / 1e9, 7.68, 1e-9 },
		{ at, "| 0.96 GB |", 10e6 * 96 / 1e9, 0.96, 1e-9 },
		{ at, "| 1.28 GB more |", 10e6 * 2 * 16 * 4 / 1e9, 1.28, 1e-9 },
		{ at, "(1 + 1/3 + 0)/3 = 0.44", (1 + 1 / 3.0 + 0) / 3, 0.44, 0.011 },
		{ at, "74.7 % remain", 0.95 * 0.90 * 0.95 * 0.92, 0.747, 1e-3 },
		{ at, "4,000 tokens in 129 ms", 2 * 8e9 * 4000 / (0.5 * 989e12), 0.129, 4e-3 },
		{ at, "at least 4.8 ms a token", 16e9 / 3.35e12, 4.8e-3, 6e-3 },
		{ at, "| 300 tokens at 20 ms | 6 s |", 300 * 0.020, 6, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_the_sheet_on_evaluation_hold)
{
	const char *at = SHEET("evaluation-fairness");
	double gain = 7 / log2(2) + 3 / log2(3) + 0 + 1 / log2(5);
	double ideal = 7 / log2(2) + 3 / log2(3) + 1 / log2(4) + 0;
	double psi = 0.15 * log(1.6) + 0.05 * log(1.2) - 0.05 * log(0.8) - 0.15 * log(0.4);
	double ppv = 0.4 / 0.45, expected = 0.50 * 0.55 + 0.50 * 0.45;
	const struct figure s[] = {
		{ at, "micro 0.895, macro 0.675", (90 * 0.95 + 10 * 0.40) / 100, 0.895, 1e-9 },
		{ at, "micro 0.895, macro 0.675", (0.95 + 0.40) / 2, 0.675, 1e-9 },
		{ at, "log loss 0.325, Brier 0.09", -0.1 * log(0.1) - 0.9 * log(0.9), 0.325, 1e-3 },
		{ at, "log loss 0.325, Brier 0.09", 0.1 * 0.81 + 0.9 * 0.01, 0.09, 1e-9 },
		{ at, "costs 4.61, with 0.6 0.92", -log(1 - 0.99), 4.61, 2e-3 },
		{ at, "costs 4.61, with 0.6 0.92", -log(1 - 0.6), 0.92, 5e-3 },
		{ at, "ECE $= 0.05$", 0.5 * 0.02 + 0.3 * 0.10 + 0.2 * 0.05, 0.05, 1e-9 },
		{ at, "DCG 9.323", gain, 9.323, 1e-4 },
		{ at, "ideal 9.393", ideal, 9.393, 1e-4 },
		{ at, "nDCG 0.993", gain / ideal, 0.993, 1e-3 },
		{ at, "standard error 0.0095", sqrt(0.9 * 0.1 / 1000), 0.0095, 2e-3 },
		{ at, "$\\pm 1.9$ points", 1.96 * sqrt(0.9 * 0.1 / 1000), 0.019, 0.03 },
		{ at, "$\\chi^2 = 6.02$", pow(40 - 20 - 1, 2) / (40 + 20), 6.02, 1e-3 },
		{ at, "$p = 0.014$", chi_above(361 / 60.0, 1), 0.014, 0.02 },
		{ at, "$p_o = 0.85$", (45 + 40) / 100.0, 0.85, 1e-9 },
		{ at, "$p_e = 0.50$", expected, 0.50, 1e-9 },
		{ at, "$\\kappa = 0.70$", (0.85 - expected) / (1 - expected), 0.70, 1e-9 },
		{ at, "perplexity 7.39", exp(2), 7.39, 1e-3 },
		{ at, "pass@5 $= 0.806$", 1 - choose(15, 5) / choose(20, 5), 0.806, 1e-3 },
		{ at, "PSI $= 0.228$", psi, 0.228, 1e-3 },
		{ at, "| 45 % | 24 % |", 0.5 * 0.8 + 0.5 * 0.1, 0.45, 1e-9 },
		{ at, "| 45 % | 24 % |", 0.2 * 0.8 + 0.8 * 0.1, 0.24, 1e-9 },
		{ at, "| 0.889 | 0.667 |", ppv, 0.889, 1e-3 },
		{ at, "| 0.889 | 0.667 |", 0.16 / 0.24, 0.667, 1e-3 },
		{ at, "ratio 0.53", 0.24 / 0.45, 0.53, 0.01 },
		/* The identity of the impossibility on group 1. */
		{ at, "FPR 0.1 in both groups", 1 * (1 - ppv) / ppv * 0.8, 0.1, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}
