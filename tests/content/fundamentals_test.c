/* fundamentals_test.c - the figures of the questions on fundamentals and on statistics. */
#include "figure.h"

#include <math.h>

#define FUND "ml-interview/questions/01-ml-fundamentals.md"
#define STAT "ml-interview/questions/02-statistics.md"

/* ---- what the figures are computed with */

static double sq(double x)
{
	return x * x;
}

static double normal_density(double x)
{
	return exp(-x * x / 2) / sqrt(2 * M_PI);
}

/* z with normal_below(z) = p. */
static double normal_quantile(double p)
{
	double low = -10, high = 10;
	for (int i = 0; i < 100; i++) {
		double mid = (low + high) / 2;
		*(normal_below(mid) < p ? &low : &high) = mid;
	}
	return low;
}

/* P(|Z| >= z). */
static double normal_beyond(double z)
{
	return 2 * normal_below(-fabs(z));
}

/* P(|T| >= t) with df degrees of freedom, by Simpson's rule. */
static double t_beyond(double t, int df)
{
	double c = exp(lgamma((df + 1) / 2.0) - lgamma(df / 2.0)) / sqrt(df * M_PI);
	int n = 2000;
	double h = t / n, sum = 0;
	for (int i = 0; i <= n; i++) {
		double f = c * pow(1 + sq(i * h) / df, -(df + 1) / 2.0);
		sum += f * (i == 0 || i == n ? 1 : i % 2 ? 4 : 2);
	}
	return 1 - 2 * sum * h / 3;
}

/* P(chi-square with 1, with 3 degrees of freedom >= x). */
static double chi1_above(double x)
{
	return erfc(sqrt(x / 2));
}

static double chi3_above(double x)
{
	return chi1_above(x) + sqrt(2 * x / M_PI) * exp(-x / 2);
}

static double binomial(int n, int k, double p)
{
	return choose(n, k) * pow(p, k) * pow(1 - p, n - k);
}

static double harmonic(int n)
{
	double sum = 0;
	for (int k = 1; k <= n; k++)
		sum += 1.0 / k;
	return sum;
}

/* The mean of the largest of n standard normal values. */
static double largest_of(int n)
{
	double h = 0.001, sum = 0;
	for (int i = -10000; i <= 10000; i++) {
		double x = i * h;
		sum += x * n * normal_density(x) * pow(normal_below(x), n - 1) * h;
	}
	return sum;
}

/* How often the textbook interval of a share covers p. */
static double covered(int n, double p)
{
	double sum = 0;
	for (int k = 0; k <= n; k++) {
		double q = (double)k / n;
		if (fabs(q - p) <= 1.96 * sqrt(q * (1 - q) / n))
			sum += binomial(n, k, p);
	}
	return sum;
}

static double no_two_alike(int n, int of)
{
	double p = 1;
	for (int i = 0; i < n; i++)
		p *= (double)(of - i) / of;
	return p;
}

/* Entropy of a toss, in bits. */
static double bits(double p)
{
	return -(p * log2(p) + (1 - p) * log2(1 - p));
}

/* t of a sample against 0. */
static double t_of(const double *x, int n)
{
	double mean = 0, ss = 0;
	for (int i = 0; i < n; i++)
		mean += x[i] / n;
	for (int i = 0; i < n; i++)
		ss += sq(x[i] - mean);
	return mean / sqrt(ss / (n - 1) / n);
}

/* Expected scores of the stated p when q is true. */
static double log_loss(double q, double p)
{
	return -q * log(p) - (1 - q) * log(1 - p);
}

static double brier(double q, double p)
{
	return q * sq(1 - p) + (1 - q) * sq(p);
}

/* ---- questions on fundamentals */

TEST(figures_of_fitting_and_splitting_hold)
{
	double se = sqrt(0.9 * 0.1 / 1000);
	struct figure s[] = {
		{ FUND, "20 models give 0.43", 0.4 + (1 - 0.4) / 20, 0.43, 1e-9 },
		{ FUND, "gets below 0.40", 0.4 * 1.0, 0.40, 1e-9 },
		{ FUND, "to validation is 12 points", 14 - 2, 12, 1e-9 },
		{ FUND, "the best factor is 0.8", 1 / (1 + 0.25), 0.8, 1e-9 },
		{ FUND, "the error 0.20 instead of 0.25", sq(0.8) * 0.25 + sq(1 - 0.8), 0.20,
			1e-9 },
		{ FUND, "with $v = 4$ it is 0.2", 1 / (1 + 4.0), 0.2, 1e-9 },
		{ FUND, "the error 0.8 instead of 4", sq(0.2) * 4 + sq(1 - 0.2), 0.8, 1e-9 },
		{ FUND, "Each positive now stands 99 times", 1980 / 20.0, 99, 1e-9 },
		{ FUND, "about one time in a hundred", 19 / 1999.0, 0.01, 0.06 },
		{ FUND, "\\approx 0.0095", se, 0.0095, 0.002 },
		{ FUND, "roughly 88.1 % to 91.9 %", 0.9 - 1.96 * se, 0.881, 0.001 },
		{ FUND, "roughly 88.1 % to 91.9 %", 0.9 + 1.96 * se, 0.919, 0.001 },
		{ FUND, "is 1.87 on average", largest_of(20), 1.87, 0.002 },
		{ FUND, "about 91.8 %", 0.9 + largest_of(20) * se, 0.918, 0.001 },
		{ FUND, "on 1,946 cases", 2000 - 24 - 30, 1946, 1e-9 },
		{ FUND, "accuracy of 91.2 %, B of 91.5 %", 0.912 + (30 - 24) / 2000.0, 0.915,
			1e-9 },
		{ FUND, "\\approx 0.67$$", sq(30 - 24) / (30 + 24), 0.67, 0.01 },
		{ FUND, "p-value of about 0.41", chi1_above(sq(30 - 24) / (30 + 24)), 0.41, 0.02 },
		{ FUND, "cases (2.7 %)", (24 + 30) / 2000.0, 0.027, 1e-9 },
		{ FUND, "significant at about 11,500 cases", sq(1.96) * 0.027 / sq(0.003), 11500,
			0.005 },
		{ FUND, "power takes about 23,500",
			sq(1.96 * sqrt(0.027) + normal_quantile(0.8) * sqrt(0.027 - sq(0.003))) /
				sq(0.003),
			23500, 0.005 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_losses_and_descent_hold)
{
	double p = 0.01, factor = (100 - 1.0) / (100 + 1);
	double cross = p - 1, squared = (p - 1) * p * (1 - p);
	struct figure s[] = {
		{ FUND, "pulls with $-0.99$", cross, -0.99, 1e-9 },
		{ FUND, "squared error with $-0.0098$", squared, -0.0098, 0.001 },
		{ FUND, "about a hundred times less", cross / squared, 100, 0.02 },
		{ FUND, "the factor is 0.980", factor, 0.980, 0.001 },
		{ FUND, "takes about 691 steps", log(1e-6) / log(factor), 691, 0.001 },
		{ FUND, "300 steps at 1e-4 move as far as 30 at 1e-3", 300 * 1e-4 / 1e-3, 30,
			1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_imbalance_and_calibration_hold)
{
	double tp = 80, fp = 0.02 * 9900, fn = 20;
	struct figure s[] = {
		{ FUND, "always is 99.5 % accurate", 1 - 1 / 200.0, 0.995, 1e-9 },
		{ FUND, "share of positives, 0.005", 1 / 200.0, 0.005, 1e-9 },
		{ FUND, "costs of 2 and 98 that is 0.02", 2 / (2 + 98.0), 0.02, 1e-9 },
		{ FUND, "\\approx 246,", sq(1.96) * 0.8 * 0.2 / sq(0.05), 246, 0.002 },
		{ FUND, "\\approx 49200", 246 / 0.005, 49200, 1e-9 },
		{ FUND, "has about 10 positives", 2000 * 0.005, 10, 1e-9 },
		{ FUND, "is known to 25 points", 1.96 * sqrt(0.8 * 0.2 / 10), 0.25, 0.01 },
		{ FUND, "about two false alarms for each fraud", 0.01 * 199, 2, 0.01 },
		{ FUND, "$(3 + 2)/24 \\approx 0.208$", (3 + 20 * 0.10) / (4 + 20), 0.208, 0.002 },
		{ FUND, "not the raw 0.75", 3 / 4.0, 0.75, 1e-9 },
		{ FUND, "| negative | 198 | 9,702 |", fp, 198, 1e-9 },
		{ FUND, "| negative | 198 | 9,702 |", 9900 - fp, 9702, 1e-9 },
		{ FUND, "80 / (80 + 198) = 0.288", tp / (tp + fp), 0.288, 0.002 },
		{ FUND, "160/378 = 0.423", 2 * tp / (2 * tp + fp + fn), 0.423, 0.002 },
		{ FUND, "(80 + 9702)/10000 = 0.978", (tp + 9900 - fp) / 10000, 0.978, 0.001 },
		{ FUND, "0.08 / (0.08 + 0.018) = 0.816", 0.8 * 0.1 / (0.8 * 0.1 + 0.02 * 0.9),
			0.816, 0.001 },
		{ FUND, "4 % churners, 96 % accuracy", 1 - 0.04, 0.96, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_scores_and_dimensions_hold)
{
	struct figure s[] = {
		{ FUND, "| 0.7 | 0.611 | 0.210 | 0.42 |", log_loss(0.7, 0.7), 0.611, 0.001 },
		{ FUND, "| 0.7 | 0.611 | 0.210 | 0.42 |", brier(0.7, 0.7), 0.210, 1e-9 },
		{ FUND, "| 0.7 | 0.611 | 0.210 | 0.42 |", 0.7 * 0.3 + 0.3 * 0.7, 0.42, 1e-9 },
		{ FUND, "| 0.9 | 0.765 | 0.250 | 0.34 |", log_loss(0.7, 0.9), 0.765, 0.001 },
		{ FUND, "| 0.9 | 0.765 | 0.250 | 0.34 |", brier(0.7, 0.9), 0.250, 1e-9 },
		{ FUND, "| 0.9 | 0.765 | 0.250 | 0.34 |", 0.7 * 0.1 + 0.3 * 0.9, 0.34, 1e-9 },
		{ FUND, "| 1.0 | infinite | 0.300 | 0.30 |", brier(0.7, 1), 0.300, 1e-9 },
		{ FUND, "| 1.0 | infinite | 0.300 | 0.30 |", 0.7 * 0 + 0.3 * 1, 0.30, 1e-9 },
		{ FUND, "For $d = 10$ that is 0.63", pow(0.01, 1 / 10.0), 0.63, 0.01 },
		{ FUND, "for $d = 100$ it is 0.95", pow(0.01, 1 / 100.0), 0.95, 0.01 },
		{ FUND, "more than 99 %", 1 - pow(0.95, 100), 0.994, 0.001 },
		{ FUND, "A grid of 64 trials over 3 hyperparameters tries 4", cbrt(64), 4, 1e-9 },
		{ FUND, "$n = 60$ that is 95.4 %", 1 - pow(0.95, 60), 0.954, 0.001 },
	};
	figures_hold(s, LENGTH(s));
}

/* ---- questions on statistics */

TEST(figures_of_probability_hold)
{
	double odds = 0.002 / 0.998 * (0.98 / 0.03), twice = odds * 0.98 / 0.03;
	double missed = 0.02 * 0.002;
	struct figure s[] = {
		{ STAT, "of only about 6.1 %", 0.98 * 0.002 / (0.98 * 0.002 + 0.03 * 0.998), 0.061,
			0.01 },
		{ STAT, "\\frac{0.00196}{0.0319}", 0.98 * 0.002 + 0.03 * 0.998, 0.0319, 1e-6 },
		{ STAT, "499 times as many", 0.998 / 0.002, 499, 1e-9 },
		{ STAT, "\\approx 32.7$", 0.98 / 0.03, 32.7, 0.002 },
		{ STAT, "about $0.0655$", odds, 0.0655, 0.001 },
		{ STAT, "odds of 2.14", twice, 2.14, 0.001 },
		{ STAT, "a probability of about 68 %", twice / (1 + twice), 0.68, 0.005 },
		{ STAT, "the answer would be 6.3 %", 0.002 / (0.002 + 0.03 * 0.998), 0.063, 0.01 },
		{ STAT, "about 0.004 %", missed / (missed + 0.97 * 0.998), 4e-5, 0.05 },
		{ STAT, "8 = 720$", 10 * 9 * 8, 720, 1e-9 },
		{ STAT, "$720 / 3! = 120$", choose(10, 3), 120, 1e-9 },
		{ STAT, "$\\binom{10}{2} = 45$", choose(8 + 3 - 1, 8), 45, 1e-9 },
		{ STAT, "= 50400$", tgamma(11) / (6 * 6 * 2), 50400, 1e-9 },
		{ STAT, "has 560 times as much", tgamma(9) / (6 * 6 * 2), 560, 1e-9 },
		{ STAT, "\\binom{5}{2}/2^5 = 10/32", binomial(5, 2, 0.5), 10 / 32.0, 1e-9 },
		{ STAT, "0.30 / 0.5 = 0.6$", 0.30 / (0.20 + 0.30), 0.6, 1e-9 },
		{ STAT, "P(Y=1 \\mid X=0) = 0.2", 0.10 / (0.40 + 0.10), 0.2, 1e-9 },
		{ STAT, "0.5 \\cdot 0.4 = 0.10$", 0.30 - (0.20 + 0.30) * (0.10 + 0.30), 0.10,
			1e-9 },
		{ STAT, "\\approx 0.41$", 0.10 / sqrt(0.5 * 0.5 * 0.4 * 0.6), 0.41, 0.01 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_conditioning_and_puzzles_hold)
{
	double within = 20 * sq(12), between = 20 * sq(30), r50 = pow(0.51 / 0.49, 50);
	double beyond = 2 * sqrt(within) / sqrt(within + between);
	struct figure s[] = {
		{ STAT, "A day brings 600", 20 * 30, 600, 1e-9 },
		{ STAT, "= 20880$", within + between, 20880, 1e-9 },
		{ STAT, "and its root 144.5", sqrt(within + between), 144.5, 0.001 },
		{ STAT, "2,880 from the values", within, 2880, 1e-9 },
		{ STAT, "18,000 from the number", between, 18000, 1e-9 },
		{ STAT, "deviation would be 53.7", sqrt(within), 53.7, 0.001 },
		{ STAT, "about 46 % of days", normal_beyond(beyond), 0.46, 0.01 },
		{ STAT, "\\approx 6.1$ million", sqrt(2 * 1e-6 * pow(2, 64)), 6.1e6, 0.01 },
		{ STAT, "\\approx 1.18 \\sqrt N", sqrt(2 * log(2)), 1.18, 0.003 },
		{ STAT, "about 5.1 billion", sqrt(2 * log(2) * pow(2, 64)), 5.1e9, 0.01 },
		{ STAT, "only about 77,000", sqrt(2 * log(2) * pow(2, 32)), 77000, 0.003 },
		{ STAT, "exactly 50.7 % for 23", 1 - no_two_alike(23, 365), 0.507, 0.001 },
		{ STAT, "that is about 225 draws", 50 * harmonic(50), 225, 0.001 },
		{ STAT, "(\\ln n + 0.577)", harmonic(1000000) - log(1e6), 0.577, 0.001 },
		{ STAT, "about 36.8 % are unseen and 63.2 % seen", exp(-1), 0.368, 0.001 },
		{ STAT, "about 36.8 % are unseen and 63.2 % seen", 1 - exp(-1), 0.632, 0.001 },
		{ STAT, "for $c = 3$ about 4.9 %", 1 - exp(-exp(-3)), 0.049, 0.01 },
		{ STAT, "\\approx 7.39$", r50, 7.39, 0.001 },
		{ STAT, "a probability of about 0.119", (1 - r50) / (1 - sq(r50)), 0.119, 0.003 },
		{ STAT, "of only about 11.9 %", 1 / (1 + r50), 0.119, 0.003 },
		{ STAT, "here 2,500", 50 * (100 - 50), 2500, 1e-9 },
		{ STAT, "That is 4 for a fair coin", 1 / (0.5 * 0.5), 4, 1e-9 },
		{ STAT, "4.76 for $p = 0.3$", 1 / (0.3 * 0.7), 4.76, 0.001 },
		{ STAT, "at $p = 0.01$ about 101", 1 / (0.01 * 0.99), 101, 0.001 },
		{ STAT, "carries 0.881 bits", bits(0.3), 0.881, 0.001 },
		{ STAT, "about 1.13 tosses", 1 / bits(0.3), 1.13, 0.005 },
		{ STAT, "$\\pi = (0.8, 0.2)$", 0.4 / (0.1 + 0.4), 0.8, 1e-9 },
		{ STAT, "so the other is 0.5", 0.9 + 0.6 - 1, 0.5, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_distributions_hold)
{
	double below5 = exp(-3) * (1 + 3 + 9 / 2.0 + 27 / 6.0 + 81 / 24.0);
	struct figure s[] = {
		{ STAT, "Uniform on $[0, 0.2]$ has density 5", 1 / 0.2, 5, 1e-9 },
		{ STAT, "gives $0.347$", -log(1 - 0.5) / 2, 0.347, 0.002 },
		{ STAT, "is 0.1351 exactly", pow(1 - 0.002, 1000), 0.1351, 0.0005 },
		{ STAT, "$e^{-2} = 0.1353$", exp(-1000 * 0.002), 0.1353, 0.0005 },
		{ STAT, "widened by a factor of 2", sqrt(4), 2, 1e-9 },
		{ STAT, "$\\Phi(-2) = 0.0228$", normal_below((492 - 500) / 4.0), 0.0228, 0.003 },
		{ STAT, "About 2.3 %; a box", normal_below(-2), 0.023, 0.02 },
		{ STAT, "2.326 \\cdot 4 \\approx 490.7$", 500 + normal_quantile(0.01) * 4, 490.7,
			1e-4 },
		{ STAT, "$4\\sqrt{16} = 16$", 4 * sqrt(16), 16, 1e-9 },
		{ STAT, "\\approx 0.106$", normal_below((7980 - 16 * 500) / (4 * sqrt(16))), 0.106,
			0.005 },
		{ STAT, "deviation of only 1 g", 4 / sqrt(16), 1, 1e-9 },
		{ STAT, "| 68.3 % |", 1 - normal_beyond(1), 0.683, 0.001 },
		{ STAT, "| 95.4 % |", 1 - normal_beyond(2), 0.954, 0.001 },
		{ STAT, "| 99.7 % |", 1 - normal_beyond(3), 0.997, 0.001 },
		{ STAT, "$\\mu + 1.645\\sigma$ | 95 % |", normal_quantile(0.95), 1.645, 0.0005 },
		{ STAT, "$\\mu + 1.960\\sigma$ | 97.5 % |", normal_quantile(0.975), 1.960, 0.0005 },
		{ STAT, "$\\mu + 2.326\\sigma$ | 99 % |", normal_quantile(0.99), 2.326, 0.0005 },
		{ STAT, "mean 20 seconds", 60 / 3.0, 20, 1e-9 },
		{ STAT, "$e^{-3} \\approx 0.0498$", exp(-3), 0.0498, 0.001 },
		{ STAT, "\\approx 0.185$", 1 - below5, 0.185, 0.003 },
		{ STAT, "so 100 draws leave 0.2", 2 / sqrt(100), 0.2, 1e-9 },
		{ STAT, "needs some 25,000 for as much",
			sq((1 - 0.002) / sqrt(0.001 * 0.999) / 0.2), 25000, 0.01 },
		{ STAT, "squared skewness: 1,420 and some 354,000", 355 * sq(2), 1420, 1e-9 },
		{ STAT, "squared skewness: 1,420 and some 354,000",
			355 * sq((1 - 0.002) / sqrt(0.001 * 0.999)), 354000, 1e-3 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_tails_and_labels_hold)
{
	double eps = 0.02, delta = 0.05;
	struct figure s[] = {
		{ STAT, "the top 1 % hold 21.5 %", pow(0.01, 1 - 1 / 1.5), 0.215, 0.003 },
		{ STAT, "| 12,500 |", 1 / (4 * sq(eps) * delta), 12500, 1e-9 },
		{ STAT, "| 4,612 |", ceil(log(2 / delta) / (2 * sq(eps))), 4612, 1e-9 },
		{ STAT, "| 2,401 |", sq(1.96) * 0.25 / sq(eps), 2401, 1e-6 },
		{ STAT, "it asks for about 18,100", log(2 / 1e-6) / (2 * sq(eps)), 18100, 0.003 },
		{ STAT, "Chebyshev for 625 million", 1 / (4 * sq(eps) * 1e-6), 625e6, 1e-9 },
		{ STAT, "the variance is 0.09", 0.9 * (1 - 0.9), 0.09, 1e-9 },
		{ STAT, "needs only about 865", sq(1.96) * 0.09 / sq(eps), 865, 0.002 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_described_data_hold)
{
	int n = 100;
	double skew = sqrt(6.0 * n * (n - 1) / ((n - 2.0) * (n + 1) * (n + 3)));
	double kurt = 2 * skew * sqrt((sq(n) - 1) / ((n - 3.0) * (n + 5)));
	double quarter = normal_quantile(0.75), se = 50 / sqrt(400);
	struct figure s[] = {
		{ STAT, "the mean is 10", (2 + 3 + 3 + 5 + 7 + 40) / 6.0, 10, 1e-9 },
		{ STAT, "the median 4", (3 + 5) / 2.0, 4, 1e-9 },
		{ STAT, "$\\pi/2 \\approx 1.57$", M_PI / 2, 1.57, 0.001 },
		{ STAT, "needs 57 % more data", M_PI / 2 - 1, 0.57, 0.01 },
		{ STAT, "(9 \\cdot 100 + 2000)/10 = 290", (9 * 100 + 2000) / 10.0, 290, 1e-9 },
		{ STAT, "| 5 % | 0.5 % | 100 ms |", 0.05 / 10, 0.005, 1e-9 },
		{ STAT, "| 20 % | 2 % | 2,000 ms |", 0.20 / 10, 0.02, 1e-9 },
		{ STAT, "about 10 lie above", 1000 * 0.01, 10, 1e-9 },
		{ STAT, "standard deviation of 3.1:", sqrt(1000 * 0.01 * 0.99), 3.1, 0.02 },
		{ STAT, "about the 4th and the 17th", 10 - 1.96 * sqrt(9.9), 4, 0.05 },
		{ STAT, "about the 4th and the 17th", 11 + 1.96 * sqrt(9.9), 17, 0.02 },
		{ STAT, "$1.35\\sigma$ for normal data", 2 * quarter, 1.35, 0.002 },
		{ STAT, "outliers; 0.7 % of normal data", normal_beyond(4 * quarter), 0.007, 0.01 },
		{ STAT, "a mean 1.65 times its median", exp(0.5), 1.65, 0.001 },
		{ STAT, "of skewness is about 0.24", skew, 0.24, 0.01 },
		{ STAT, "of kurtosis about 0.48", kurt, 0.48, 0.01 },
		{ STAT, "standard error is 2.5.", se, 2.5, 1e-9 },
		{ STAT, "1,600 values are needed", sq(50 / (se / 2)), 1600, 1e-9 },
		{ STAT, "differ by a factor of 20", 50 / se, 20, 1e-9 },
		{ STAT, "\\cdot 0.5 = 5.5$", 1 + (10 - 1) * 0.5, 5.5, 1e-9 },
		{ STAT, "error is 5.9 and not", se * sqrt(5.5), 5.9, 0.01 },
		{ STAT, "14.14 and 6.32", sqrt(100 + 100), 14.14, 0.001 },
		{ STAT, "14.14 and 6.32", sqrt(200 - 2 * 0.8 * 10 * 10), 6.32, 0.001 },
		{ STAT, "a fifth of the sample suffices", (200 - 2 * 0.8 * 100) / 200, 0.2, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_estimators_hold)
{
	double hours = 10 + 25 + 40 + 2 * 50, n = 10;
	double mle = 2 * (n - 1) / sq(n), bias = -1 / n;
	struct figure s[] = {
		{ STAT, "| 0 | 0.222 | 0.222 |", 2 / (n - 1), 0.222, 0.002 },
		{ STAT, "| $-0.1$ | 0.180 | 0.190 |", bias, -0.1, 1e-9 },
		{ STAT, "| $-0.1$ | 0.180 | 0.190 |", mle, 0.180, 1e-9 },
		{ STAT, "| $-0.1$ | 0.180 | 0.190 |", mle + sq(bias), 0.190, 1e-9 },
		{ STAT, "$3/175 \\approx 0.0171$", 3 / hours, 0.0171, 0.003 },
		{ STAT, "a mean life of about 58 hours", hours / 3, 58, 0.01 },
		{ STAT, "a mean life of 25 hours", (10 + 25 + 40) / 3.0, 25, 1e-9 },
		{ STAT, "failed at 50 gives 35", hours / 5, 35, 1e-9 },
		{ STAT, "here 58 % of the estimate", 1 / sqrt(3), 0.58, 0.01 },
		{ STAT, "best standard error is 0.04", sqrt(0.2 * 0.8 / 100), 0.04, 1e-9 },
		{ STAT, "$\\tau = 0.5$ it is 16", sq(2) / sq(0.5), 16, 1e-9 },
		{ STAT, "with mean 0.28", (2 + 12) / (2.0 + 12 + 8 + 28), 0.28, 1e-9 },
		{ STAT, "the observed 0.3 (weight of 40)", 12 / 40.0, 0.3, 1e-9 },
		{ STAT, "deviation about 0.063", sqrt(14.0 * 36 / (sq(50) * 51)), 0.063, 0.01 },
		{ STAT, "gets $3/11 \\approx 0.27$", (2 + 1) / (2.0 + 8 + 1), 0.27, 0.02 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_intervals_hold)
{
	double n = 50, p = 2 / n, zz = sq(1.96);
	double centre = (p + zz / (2 * n)) / (1 + zz / n);
	double half = 1.96 * sqrt(p * (1 - p) / n + zz / (4 * sq(n))) / (1 + zz / n);
	double linear = 2.25 - 2 * 0.1 * 9 + sq(0.1) * 100, by_user = sqrt(linear / (1e4 * sq(10)));
	double by_view = sqrt(0.1 * 0.9 / 1e5);
	struct figure s[] = {
		{ STAT, "$0.04 \\pm 0.054$", 1.96 * sqrt(p * (1 - p) / n), 0.054, 0.01 },
		{ STAT, "only about 87 % of samples", covered(50, 0.04), 0.87, 0.005 },
		{ STAT, "The centre is 0.073", centre, 0.073, 0.005 },
		{ STAT, "the half-width 0.062", half, 0.062, 0.005 },
		{ STAT, "it is 1.1 % to 13.5 %", centre - half, 0.011, 0.01 },
		{ STAT, "it is 1.1 % to 13.5 %", centre + half, 0.135, 0.005 },
		{ STAT, "about $3/n$, here 1 %", 3 / 300.0, 0.01, 1e-9 },
		{ STAT, "at $p = 0.00994$", 1 - pow(0.05, 1 / 300.0), 0.00994, 0.001 },
		{ STAT, "2.25 - 1.8 + 1 = 1.45", linear, 1.45, 1e-9 },
		{ STAT, "standard error is 0.00120", by_user, 0.00120, 0.005 },
		{ STAT, "= 0.00095$", by_view, 0.00095, 0.005 },
		{ STAT, "too small by a fifth", 1 - by_view / by_user, 0.2, 0.07 },
		{ STAT, "false alarms in 12 % of cases", normal_beyond(1.96 * by_view / by_user),
			0.12, 0.03 },
		{ STAT, "probability about 63.2 %", 1 - exp(-1), 0.632, 0.001 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_errors_and_power_hold)
{
	double real = 200 * 0.1 * 0.8, alarm = 200 * 0.9 * 0.05, zb = normal_quantile(0.8);
	double need = sq(1.96 + zb), se = sqrt(2 / 100.0);
	struct figure s[] = {
		{ STAT, "of 25 significant results, 16 are real", real, 16, 1e-9 },
		{ STAT, "of 25 significant results, 16 are real", real + alarm, 25, 1e-9 },
		{ STAT, "| no effect | 9 | 171 | 180 |", alarm, 9, 1e-9 },
		{ STAT, "| no effect | 9 | 171 | 180 |", 200 * 0.9 - alarm, 171, 1e-9 },
		{ STAT, "0.05} = 0.64", real / (real + alarm), 0.64, 1e-9 },
		{ STAT, "drops to about 31 %", 0.1 * 0.2 / (0.1 * 0.2 + 0.9 * 0.05), 0.31, 0.01 },
		{ STAT, "16 of 20.5 are real, 78 %", real / (real + alarm / 2), 0.78, 0.005 },
		{ STAT, "\\approx 1.41$", 0.2 / se, 1.41, 0.005 },
		{ STAT, "About 29 %. For 80 %", normal_below(0.2 / se - 1.96), 0.29, 0.01 },
		{ STAT, "it takes 393 users", ceil(2 * need / sq(0.2)), 393, 1e-9 },
		{ STAT, "(1.96 + 0.84)^2", zb, 0.84, 0.003 },
		{ STAT, "\\approx \\frac{16\\sigma^2}", 2 * need, 16, 0.02 },
		{ STAT, "1.96\\sqrt{0.02} = 0.28", 1.96 * se, 0.28, 0.015 },
		{ STAT, "39 % more than the true 0.2", 1.96 * se / 0.2, 1.39, 0.003 },
		{ STAT, "aim at twice the effect | a quarter", 1 / sq(2), 0.25, 1e-9 },
		{ STAT, "correlation 0.7 | times 0.51 |", 1 - sq(0.7), 0.51, 1e-9 },
		{ STAT, "70 % instead of 80 % | times 0.79 |",
			sq(1.96 + normal_quantile(0.7)) / need, 0.79, 0.01 },
		{ STAT, "one-sided at 5 % | times 0.79 |", sq(normal_quantile(0.95) + zb) / need,
			0.79, 0.005 },
		{ STAT, "needs 21 % fewer users", 1 - sq(normal_quantile(0.95) + zb) / need, 0.21,
			0.02 },
		{ STAT, "it is 2.8 times", (1 / 0.1 + 1 / 0.9) / (1 / 0.5 + 1 / 0.5), 2.8, 0.01 },
		{ STAT, "p-value is 0.072, the one-sided 0.036", normal_beyond(1.8), 0.072, 0.005 },
		{ STAT, "p-value is 0.072, the one-sided 0.036", normal_below(-1.8), 0.036, 0.005 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_tests_hold)
{
	static const double five[] = { 2, 1, 3, 0, 4 }, six[] = { 2, 1, 3, 0, 4, 40 };
	double t = t_of(five, 5), f = (8 / 2.0) / (6 / 9.0);
	struct figure s[] = {
		{ STAT, "barely: $t = 2.83$", t, 2.83, 0.001 },
		{ STAT, "$p = 0.047$.", t_beyond(t, 4), 0.047, 0.01 },
		{ STAT, "critical value of $t_4$ is 2.776", t_beyond(2.776, 4), 0.05, 0.001 },
		{ STAT, "would claim $p = 0.005$", normal_beyond(t), 0.005, 0.07 },
		{ STAT, "ten times smaller", t_beyond(t, 4) / normal_beyond(t), 10, 0.02 },
		{ STAT, "falls to about 1.3", t_of(six, 6), 1.3, 0.01 },
		{ STAT, "$F = 6.0$ with 2 and 9", f, 6.0, 1e-9 },
		{ STAT, "$p = 0.022$", pow(1 + 2 * f / 9, -9 / 2.0), 0.022, 0.01 },
		{ STAT, "\\approx 0.64$.", 1 - pow(0.95, 20), 0.64, 0.005 },
		{ STAT, "0.01 yes | 0.0125 yes | 0.02 yes", 0.05 / (5 - 2 + 1), 0.0125, 1e-9 },
		{ STAT, "0.01 no | 0.0167 no | 0.03 yes", 0.05 / (5 - 3 + 1), 0.0167, 0.003 },
		{ STAT, "0.01 no | stopped | 0.04 yes", 4 * 0.05 / 5, 0.04, 1e-9 },
		{ STAT, "\\binom{8}{4} = 70$", choose(8, 4), 70, 1e-9 },
		{ STAT, "$2/70 \\approx 0.029$", 2 / choose(8, 4), 0.029, 0.02 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_counts_and_returns_hold)
{
	double chi = 2 * sq(15) / 45 + 2 * sq(15) / 255, a = 0.1, b = 0.15, c = 0.2;
	double se = sqrt(a * (1 - a) / 300 + c * (1 - c) / 300);
	double z = (b - a) / sqrt(a * (1 - a) / 300 + b * (1 - b) / 300);
	double top = normal_density(normal_quantile(0.95)) / 0.05;
	struct figure s[] = {
		{ STAT, "would have 45 of the 135", 135 / 3.0, 45, 1e-9 },
		{ STAT, "255 of the 765 other", (3 * 300 - 135) / 3.0, 255, 1e-9 },
		{ STAT, "= 10 + 1.76", chi, 11.76, 0.001 },
		{ STAT, "$\\chi^2 = 11.8$", chi, 11.8, 0.005 },
		{ STAT, "$p = 0.003$", exp(-chi / 2), 0.003, 0.1 },
		{ STAT, "interval of 4.3 to 15.7", c - a - 1.96 * se, 0.043, 0.01 },
		{ STAT, "interval of 4.3 to 15.7", c - a + 1.96 * se, 0.157, 0.005 },
		{ STAT, "$z = 1.86$, $p = 0.063$", z, 1.86, 0.003 },
		{ STAT, "$z = 1.86$, $p = 0.063$", normal_beyond(z), 0.063, 0.01 },
		{ STAT, "on average 2.06 standard deviations", top, 2.06, 0.003 },
		{ STAT, "up, at 141.", 100 + 20 * top, 141, 0.003 },
		{ STAT, "\\approx 125$", 100 + 0.6 * 20 * top, 125, 0.003 },
		{ STAT, "A fall by 16 or 17", (1 - 0.6) * 20 * top, 16.5, 0.01 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_regression_hold)
{
	double vif = 1 / (1 - sq(0.95)), rho = 1 - 0.8 / 2, mean = (1 + 2 + 3 + 4 + 10) / 5.0;
	double sxx = sq(1 - mean) + sq(2 - mean) + sq(3 - mean) + sq(4 - mean) + sq(10 - mean);
	struct figure s[] = {
		{ STAT, "the statistic is 10", 200 * 0.05, 10, 1e-9 },
		{ STAT, "$p = 0.019$", chi3_above(10), 0.019, 0.03 },
		{ STAT, "1 - 0.8/2 = 0.6$", rho, 0.6, 1e-9 },
		{ STAT, "400 days count as 100", 400 * (1 - rho) / (1 + rho), 100, 1e-9 },
		{ STAT, "is half of the right one", sqrt((1 - rho) / (1 + rho)), 0.5, 1e-9 },
		{ STAT, "$0.95^2 = 0.9025$", sq(0.95), 0.9025, 1e-9 },
		{ STAT, "VIF is 10.3 and its root 3.2", vif, 10.3, 0.005 },
		{ STAT, "VIF is 10.3 and its root 3.2", sqrt(vif), 3.2, 0.002 },
		{ STAT, "0.2 + 36/50 = 0.92", 1 / 5.0 + sq(10 - mean) / sxx, 0.92, 1e-9 },
		{ STAT, "the mean is 0.4", 2 / 5.0, 0.4, 1e-9 },
		{ STAT, "$\\lambda = 0.75$", 9 / (9 + 3.0), 0.75, 1e-9 },
		{ STAT, "2 appears as 1.5", 2 * 9 / (9 + 3.0), 1.5, 1e-9 },
		{ STAT, "420 of 1,000, 42 %", (180 + 240) / 1000.0, 0.42, 1e-9 },
		{ STAT, "730 of 1,000, 73 %", (680 + 50) / 1000.0, 0.73, 1e-9 },
		{ STAT, "A has 60 % and B 55 %", (180 / 200.0 + 240 / 800.0) / 2, 0.60, 1e-9 },
		{ STAT, "A has 60 % and B 55 %", (680 / 800.0 + 50 / 200.0) / 2, 0.55, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}
