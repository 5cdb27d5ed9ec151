/* systems_test.c - the figures of retrieval, evaluation, infrastructure and system design. */
#include <math.h>
#include <string.h>

#include "figure.h"

#define RAG    "ml-interview/questions/08-rag.md"
#define EVAL   "ml-interview/questions/09-evaluation.md"
#define INFRA  "ml-interview/questions/10-ml-infrastructure.md"
#define DESIGN "ml-interview/questions/11-system-design.md"

#define DAY 86400.0

/* P(chi2 of one degree of freedom >= x). */
static double chi2_above(double x)
{
	return 2 * normal_below(-sqrt(x));
}

/* Users in each arm to tell two rates apart: two-sided 5 %, power 80 %. */
static double arm_size(double p, double q)
{
	double z = 1.959964 + 0.841621;
	return z * z * (p * (1 - p) + q * (1 - q)) / ((p - q) * (p - q));
}

/* ---- looks at a growing sample */

enum { POINTS = 201 };

static double weight(int i)
{
	return (i == 0 || i == POINTS - 1 ? 1 : i % 2 ? 4 : 2) / 3.0;
}

static double at(double edge, int i)
{
	return -edge + 2 * edge * i / (POINTS - 1);
}

static double density(double x)
{
	return exp(-x * x / 2) / sqrt(2 * acos(-1));
}

/*
 * The chance that a sum of k standard normal steps lies outside z[k] sqrt(k) at one of the looks: what lies inside
 * at one look is folded with the next step, by Simpson's rule (Armitage, McPherson and Rowe).
 */
static double ever_outside(const double *z, int looks)
{
	double inside[POINTS], next[POINTS], edge = z[0], sum = 0;
	for (int i = 0; i < POINTS; i++)
		inside[i] = density(at(edge, i));
	for (int k = 1; k < looks; k++) {
		double to = z[k] * sqrt(k + 1.0), step = 2 * edge / (POINTS - 1);
		for (int i = 0; i < POINTS; i++) {
			next[i] = 0;
			for (int j = 0; j < POINTS; j++)
				next[i] += step * weight(j) * inside[j] *
					   density(at(to, i) - at(edge, j));
		}
		memcpy(inside, next, sizeof inside);
		edge = to;
	}
	for (int i = 0; i < POINTS; i++)
		sum += weight(i) * inside[i] * 2 * edge / (POINTS - 1);
	return 1 - sum;
}

static double ever_significant(int looks)
{
	double z[20];
	for (int k = 0; k < looks; k++)
		z[k] = 1.959964;
	return ever_outside(z, looks);
}

static double pocock(double z)
{
	const double edges[] = { z, z, z, z, z };
	return ever_outside(edges, 5);
}

static double obrien_fleming(double z)
{
	double edges[5];
	for (int k = 0; k < 5; k++)
		edges[k] = z * sqrt(5 / (k + 1.0));
	return ever_outside(edges, 5);
}

/* ---- retrieval */

TEST(figures_of_chunks_and_losses_hold)
{
	double others = exp(-2) + exp(-3) + exp(-7);
	const struct figure s[] = {
		{ RAG, "= 1 + \\lceil 1100/320 \\rceil = 5", 1 + ceil((1500 - 400) / 320.0), 5, 0 },
		{ RAG, "so 1,000,000 for the corpus", 200e3 * (1 + ceil(1100 / 320.0)), 1e6, 0 },
		{ RAG, "begins at token 1,280", 4 * (400 - 80), 1280, 0 },
		{ RAG, "holds 220", 1500 - 4 * (400 - 80), 220, 0 },
		{ RAG, "together 1,820 tokens", 4 * 400 + 1500 - 4 * 320, 1820, 0 },
		{ RAG, "overlap adds 21 %", 100 * (1820 / 1500.0 - 1), 21, 0.02 },
		{ RAG, "364 million tokens to embed", 200e3 * 1820, 364e6, 0 },
		{ RAG, "4.1 GB of vectors at 1,024 dimensions", 1e6 * 1024 * 4, 4.1e9, 0.01 },
		{ RAG, "1/(1 + 0.1353 + 0.0498 + 0.0009) = 0.843", 1 / (1 + others), 0.843, 0.001 },
		{ RAG, "0.1353", exp(-2), 0.1353, 0.001 },
		{ RAG, "0.0498", exp(-3), 0.0498, 0.001 },
		{ RAG, "0.0009", exp(-7), 0.0009, 0.02 },
		{ RAG, "the loss 0.171", log(1 + others), 0.171, 0.005 },
		{ RAG, "nearly three quarters of the remaining mass", exp(-2) / others, 0.75,
			0.04 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_words_and_ranks_hold)
{
	double kernel = log(1 + (10000 - 100 + 0.5) / (100 + 0.5));
	double panic = log(1 + (10000 - 10 + 0.5) / (10 + 0.5));
	double k = 1.2 * (0.25 + 0.75 * 150 / 100), three = 2.2 * 3 / (3 + k), one = 2.2 / (1 + k);
	const struct figure s[] = {
		{ RAG, "(0.25 + 0.75 \\cdot 1.5) = 1.65", 1.2 * (1 - 0.75 + 0.75 * 150 / 100), 1.65,
			1e-9 },
		{ RAG, "| kernel | 100 | 4.600 |", kernel, 4.600, 0.0002 },
		{ RAG, "| panic | 10 | 6.859 |", panic, 6.859, 0.0002 },
		{ RAG, "6.6 / 4.65 = 1.419", three, 1.419, 0.0005 },
		{ RAG, "2.2 / 2.65 = 0.830", one, 0.830, 0.0005 },
		{ RAG, "= 1.419 | 6.53 |", kernel * three, 6.53, 0.001 },
		{ RAG, "= 0.830 | 5.69 |", panic * one, 5.69, 0.001 },
		{ RAG, "The score is 12.22", kernel * three + panic * one, 12.22, 0.0005 },
		{ RAG, "count 1.71 times as much as one", three / one, 1.71, 0.001 },
		{ RAG, "1/61 + 1/64 = 0.03202", 1 / 61.0 + 1 / 64.0, 0.03202, 0.0002 },
		{ RAG, "1/62 + 1/62 = 0.03226", 1 / 62.0 + 1 / 62.0, 0.03226, 0.0002 },
		{ RAG, "1/63 = 0.01587", 1 / 63.0, 0.01587, 0.0003 },
		{ RAG, "1/61 = 0.01639", 1 / 61.0, 0.01639, 0.0003 },
		{ RAG, "The order is B, A, D, C",
			2 / 62.0 > 1 / 61.0 + 1 / 64.0 && 1 / 61.0 > 1 / 63.0, 1, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_indexes_hold)
{
	double scan = 16 * 1e7 / 4096 + 4096;
	const struct figure s[] = {
		{ RAG, "one vector in 16 stands above layer 0", 1 / exp(-log(16)), 16, 1e-9 },
		{ RAG, "4096 + 16 \\cdot 2441 \\approx 43{,}160", scan, 43160, 0.0001 },
		{ RAG, "16 \\cdot 2441", 1e7 / 4096, 2441, 0.001 },
		{ RAG, "232 times fewer", 1e7 / scan, 232, 0.002 },
		{ RAG, "with 16 probes some 12,650 lists", sqrt(16 * 1e7), 12650, 0.001 },
		{ RAG, "\\approx 12{,}650$ lists", sqrt(16 * 1e7), 12650, 0.001 },
		{ RAG, "$2\\sqrt{pN} \\approx 25{,}300$", 2 * sqrt(16 * 1e7), 25300, 0.001 },
		{ RAG, "a code has 96 bytes instead of 3,072", 768 * 4, 3072, 0 },
		{ RAG, "= 96$ pieces of 8 dimensions", 768 / 96.0, 8, 0 },
		{ RAG, "3,072: 32 times less", 768 * 4 / 96.0, 32, 0 },
		{ RAG, "$256 \\cdot 768$ floats, 0.79 MB", 256 * 768 * 4, 0.79e6, 0.01 },
		{ RAG, "costs as much as 256 full distances", 96 * 256 * 8 / 768.0, 256, 0 },
		{ RAG, "| float32 | 768 · 4 = 3,072 | 307.2 GB |", 1e8 * 768 * 4, 307.2e9, 1e-6 },
		{ RAG, "2 · 32 · 4 = 256 | 25.6 GB", 1e8 * 2 * 32 * 4, 25.6e9, 1e-6 },
		{ RAG, "32 · 4 / 31 = 4.1 | 0.4 GB", 1e8 * 32 * 4 / 31, 0.4e9, 0.04 },
		{ RAG, "32 · 4 / 31 = 4.1", 32 * 4 / 31.0, 4.1, 0.01 },
		{ RAG, "333 GB in HNSW", 1e8 * (3072 + 256 + 128 / 31.0), 333e9, 0.001 },
		{ RAG, "| int8 | 768 | 76.8 GB |", 1e8 * 768, 76.8e9, 1e-6 },
		{ RAG, "96 + 8 = 104 | 10.4 GB", 1e8 * (96 + 8), 10.4e9, 1e-6 },
		{ RAG, "add about 8 % to float32 vectors", 100 * (256 + 128 / 31.0) / 3072, 8,
			0.07 },
		{ RAG, "but 34 % to int8 ones", 100 * (256 + 128 / 31.0) / 768, 34, 0.01 },
		{ RAG, "65,536 · 3,072 bytes = 0.2 GB", 65536.0 * 3072, 0.2e9, 0.01 },
		{ RAG, "HNSW on int8 (103 GB)", 1e8 * (768 + 256 + 128 / 31.0), 103e9, 0.003 },
		{ RAG, "256 of 768 dimensions take a third", 256 / 768.0, 1 / 3.0, 1e-9 },
		{ RAG, "12 \\cdot 12 \\cdot 768^2 \\approx 85$ million", 12.0 * 12 * 768 * 768,
			85e6, 0.002 },
		{ RAG, "32{,}000 \\approx 5.4 \\cdot 10^{12}",
			2 * 12.0 * 12 * 768 * 768 * 100 * 320, 5.4e12, 0.01 },
		{ RAG, "takes about 58 ms", 2 * 12.0 * 12 * 768 * 768 * 32000 / (0.3 * 312e12),
			0.058, 0.005 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_found_passages_hold)
{
	double dcg = 3 / log2(2) + 7 / log2(4) + 1 / log2(5);
	double ideal = 7 / log2(2) + 3 / log2(3) + 3 / log2(4) + 1 / log2(5);
	const struct figure s[] = {
		{ RAG, "Recall at 5 is 3/4 = 0.75", 3 / 4.0, 0.75, 0 },
		{ RAG, "precision 3/5 = 0.6", 3 / 5.0, 0.6, 1e-9 },
		{ RAG, "\\frac{1}{2.322} + 0 = 6.931", dcg, 6.931, 0.0001 },
		{ RAG, "\\frac{1}{2.322} = 10.823", ideal, 10.823, 0.0001 },
		{ RAG, "6.931/10.823 = 0.640", dcg / ideal, 0.640, 0.001 },
		{ RAG, "(1 + 1/3 + 0)/3 = 0.444", (1 + 1 / 3.0) / 3, 0.444, 0.002 },
		{ RAG, "4 of 5 claims supported it is 0.8", 4 / 5.0, 0.8, 1e-9 },
		{ RAG, "the difference shrinks to 0.75 of the true one", 0.95 + 0.80 - 1, 0.75,
			1e-9 },
		{ RAG, "\\frac{0.66}{0.75} = 0.88", (0.86 + 0.80 - 1) / (0.95 + 0.80 - 1), 0.88,
			1e-9 },
		{ RAG, "among the 5 packed | 740 | 180", 920 - 180, 740, 0 },
		{ RAG, "answered rightly | 620 | 120", 740 - 120, 620, 0 },
		{ RAG, "$620/740 = 84$ %", 100 * 620 / 740.0, 84, 0.003 },
		{ RAG, "$0.92 \\cdot 0.84 = 77$ %", 92 * 620 / 740.0, 77, 0.005 },
		{ RAG, "two hops succeed in 72 %", 100 * pow(0.85, 2), 72, 0.005 },
		{ RAG, "three in 61 %", 100 * pow(0.85, 3), 61, 0.01 },
		{ RAG, "the threshold is 0.9", 1 - 1 / 10.0, 0.9, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_time_to_the_first_token_hold)
{
	double prefill = 2 * 8e9 * 4000 / (0.5 * 989e12), token = 8e9 * 2 / 3.35e12;
	const struct figure s[] = {
		{ RAG, "= 129$ ms", prefill * 1e3, 129, 0.005 },
		{ RAG, "| Sum | 239 |", 15 + 25 + 10 + 60 + prefill * 1e3, 239, 0.003 },
		{ RAG, "About 240 ms before queueing", 15 + 25 + 10 + 60 + prefill * 1e3, 240,
			0.01 },
		{ RAG, "at least 4.8 ms a token", token * 1e3, 4.8, 0.01 },
		{ RAG, "300 tokens take 1.43 s", 300 * token, 1.43, 0.005 },
		{ RAG, "2,000 tokens less save 65 ms", prefill * 1e3 / 2, 65, 0.006 },
		{ RAG, "20 + 0.7 \\cdot 1650 = 1175", 20 + 0.7 * 1650, 1175, 1e-9 },
		{ RAG, "$0.05/0.7 = 7$ % of the misses", 100 * 0.05 / 0.7, 7, 0.03 },
		{ RAG, "$0.30 \\cdot 0.04 = 1.2$ %", 100 * 0.30 * 0.04, 1.2, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

/* ---- evaluation */

TEST(figures_of_classification_hold)
{
	double p = 80 / 100.0, r = 80 / 120.0;
	const struct figure s[] = {
		{ EVAL, "\\frac{80}{80+20} = 0.80", p, 0.80, 1e-9 },
		{ EVAL, "\\frac{80}{80+40} = 0.667", r, 0.667, 0.001 },
		{ EVAL, "2 \\cdot 80 + 20 + 40} = 0.727", 2 * p * r / (p + r), 0.727, 0.001 },
		{ EVAL, "accuracy 0.94", (80 + 860) / 1000.0, 0.94, 1e-9 },
		{ EVAL, "Only 12 % are positive", 100 * (80 + 40) / 1000.0, 12, 1e-9 },
		{ EVAL, "F1 is 0.02", 2 * 0.01 / 1.01, 0.02, 0.02 },
		{ EVAL, "$F_2$ here is 0.690", 5 * p * r / (4 * p + r), 0.690, 0.001 },
		{ EVAL, "(0.95 + 0.60 + 0.20) / 3 = 0.583", (0.95 + 0.60 + 0.20) / 3, 0.583,
			0.001 },
		{ EVAL, "(855 + 54 + 2) / 1000 = 0.911", (900 * 0.95 + 90 * 0.6 + 10 * 0.2) / 1000,
			0.911, 1e-9 },
		{ EVAL, "recall by 0.033", 1 / 10.0 / 3, 0.033, 0.02 },
		{ EVAL, "\\frac{0.0009}{0.0009 + 0.00999} = 0.083",
			0.001 * 0.9 / (0.001 * 0.9 + 0.999 * 0.01), 0.083, 0.005 },
		{ EVAL, "Of twelve alarms, one is real", (0.0009 + 0.00999) / 0.0009, 12, 0.01 },
		{ EVAL, "here 9/12 = 0.75", (4 + 3 + 2) / (3.0 * 4), 0.75, 1e-9 },
		{ EVAL, "so $(15 - 6)/12 = 0.75$", (7 + 5 + 3 - 3 * 4 / 2.0) / (3.0 * 4), 0.75,
			1e-9 },
		{ EVAL, "{200} = 0.07",
			(100 * (0.12 - 0.10) + 60 * (0.50 - 0.40) + 40 * (0.90 - 0.75)) / 200, 0.07,
			1e-9 },
		{ EVAL, "\\sqrt{0.9 \\cdot 0.1/40} = 0.047", sqrt(0.9 * 0.1 / 40), 0.047, 0.01 },
		{ EVAL, "$-\\ln 0.01 = 4.6$", -log(0.01), 4.6, 0.002 },
		{ EVAL, "Brier score gives 0.98", 0.99 * 0.99, 0.98, 0.001 },
		{ EVAL, "0.2/8.2 = 0.0244", 0.2 / (0.2 + 0.8 / 0.1), 0.0244, 0.001 },
		{ EVAL, "$\\ln w = -2.303$", log(0.1), -2.303, 0.0005 },
		{ EVAL, "by a factor of eight", 0.2 / (0.2 / 8.2), 8, 0.03 },
		{ EVAL, "\\frac{5}{5 + 95} = 0.05", 5 / (5 + 95.0), 0.05, 1e-9 },
		{ EVAL, "it lies near 0.005", 5 / (5 + 1000.0), 0.005, 0.01 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_ranking_and_regression_hold)
{
	double n = 1000, b = 60, c = 40, tail = 0;
	for (int k = 60; k <= 100; k++)
		tail += choose(100, k) / pow(2, 100);
	const struct figure s[] = {
		{ EVAL, "(1/1 + 2/3 + 3/6) / 3 = 0.722", (1 + 2 / 3.0 + 3 / 6.0) / 3, 0.722,
			0.001 },
		{ EVAL, "(1 + 0.5 + 0.356) / (1 + 0.631 + 0.5) = 0.871",
			(1 + 1 / log2(4) + 1 / log2(7)) / (1 + 1 / log2(3) + 1 / log2(4)), 0.871,
			0.001 },
		{ EVAL, "2/3 = 0.667", 2 / 3.0, 0.667, 0.001 },
		{ EVAL, "\\frac{1+2+3+10}{4} = 4", (1 + 2 + 3 + 10) / 4.0, 4, 0 },
		{ EVAL, "\\sqrt{28.5} = 5.34", sqrt((1 + 4 + 9 + 100) / 4.0), 5.34, 0.001 },
		{ EVAL, "one error of 10 makes 88 % of the squares",
			100 * 100 / (1 + 4 + 9 + 100.0), 88, 0.005 },
		{ EVAL, "\\frac{(60-40)^2}{60+40} = 4.0", (b - c) * (b - c) / (b + c), 4.0, 1e-9 },
		{ EVAL, "p = 0.046", chi2_above(4.0), 0.046, 0.015 },
		{ EVAL, "for continuity 3.61 and p = 0.057", chi2_above(19 * 19 / 100.0), 0.057,
			0.01 },
		{ EVAL, "two-sided, gives 0.057", 2 * tail, 0.057, 0.01 },
		{ EVAL, "\\frac{\\sqrt{100 - 0.4}}{1000} = 0.010",
			sqrt(b + c - (b - c) * (b - c) / n) / n, 0.010, 0.005 },
		{ EVAL, "\\sqrt{2 \\cdot 0.16/1000} = 0.018", sqrt(2 * 0.8 * 0.2 / n), 0.018,
			0.01 },
		{ EVAL, "(1 - 1/n)^n \\approx 0.368", exp(-1), 0.368, 0.001 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_agreement_and_fairness_hold)
{
	double by_chance = 0.6 * 0.5 + 0.4 * 0.5, se = sqrt(0.54 * 0.46 / 500);
	double rare = 0.02 * 0.03 + 0.98 * 0.97;
	double a = 0.5 * 0.8 + 0.5 * 0.1, b = 0.2 * 0.8 + 0.8 * 0.1;
	const struct figure s[] = {
		{ EVAL, "\\frac{40+30}{100} = 0.70", (40 + 30) / 100.0, 0.70, 1e-9 },
		{ EVAL, "0.4 \\cdot 0.5 = 0.50", by_chance, 0.50, 1e-9 },
		{ EVAL, "\\frac{0.20}{0.50} = 0.40", (0.70 - by_chance) / (1 - by_chance), 0.40,
			1e-9 },
		{ EVAL, "$\\kappa$ is slightly negative", (0.95 - rare) / (1 - rare), -0.0246,
			0.01 },
		{ EVAL, "0.5 · 0.8 + 0.5 · 0.1 = 0.45", a, 0.45, 1e-9 },
		{ EVAL, "0.2 · 0.8 + 0.8 · 0.1 = 0.24", b, 0.24, 1e-9 },
		{ EVAL, "0.40 / 0.45 = 0.889", 0.5 * 0.8 / a, 0.889, 0.001 },
		{ EVAL, "0.16 / 0.24 = 0.667", 0.2 * 0.8 / b, 0.667, 0.001 },
		{ EVAL, "$0.24/0.45 = 0.53$", b / a, 0.53, 0.01 },
		{ EVAL, "wrongly selected three times as often", (0.8 * 0.1 / b) / (0.5 * 0.1 / a),
			3, 1e-9 },
		{ EVAL, "33 % against 11 %", 100 * 0.8 * 0.1 / b, 33, 0.02 },
		{ EVAL, "33 % against 11 %", 100 * 0.5 * 0.1 / a, 11, 0.02 },
		{ EVAL, "0.46/500} = 0.022", se, 0.022, 0.02 },
		{ EVAL, "interval is 0.496 to 0.584", 0.54 - 1.959964 * se, 0.496, 0.001 },
		{ EVAL, "interval is 0.496 to 0.584", 0.54 + 1.959964 * se, 0.584, 0.001 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_experiments_hold)
{
	double z80 = 1.959964 + 0.841621, z90 = 1.959964 + 1.281552, n = arm_size(0.04, 0.042);
	const struct figure s[] = {
		{ EVAL, "\\approx 154{,}300", n, 154300, 0.0002 },
		{ EVAL, "7.849 \\cdot 0.07864", z80 * z80, 7.849, 0.0002 },
		{ EVAL, "7.849 \\cdot 0.07864", 0.04 * 0.96 + 0.042 * 0.958, 0.07864, 0.0002 },
		{ EVAL, "0.0384/0.002^2 = 153{,}600", 16 * 0.04 * 0.96 / (0.002 * 0.002), 153600,
			1e-6 },
		{ EVAL, "$(1.960+1.282)^2 = 10.51$", z90 * z90, 10.51, 0.0005 },
		{ EVAL, "instead of 7.85: a third more", z90 * z90 / (z80 * z80), 4 / 3.0, 0.005 },
		{ EVAL, "0.9} = 2.8$ times the total", 1 / (4 * 0.1 * 0.9), 2.8, 0.01 },
		{ EVAL, "it takes 10.3 days", 2 * n / 30e3, 10.3, 0.002 },
		{ EVAL, "| 5.0 % | 8.3 % | 14.2 % | 19.3 % | 24.8 % |", 100 * ever_significant(1),
			5.0, 0.001 },
		{ EVAL, "| 5.0 % | 8.3 % | 14.2 % | 19.3 % | 24.8 % |", 100 * ever_significant(2),
			8.3, 0.005 },
		{ EVAL, "| 5.0 % | 8.3 % | 14.2 % | 19.3 % | 24.8 % |", 100 * ever_significant(5),
			14.2, 0.003 },
		{ EVAL, "| 5.0 % | 8.3 % | 14.2 % | 19.3 % | 24.8 % |", 100 * ever_significant(10),
			19.3, 0.003 },
		{ EVAL, "| 5.0 % | 8.3 % | 14.2 % | 19.3 % | 24.8 % |", 100 * ever_significant(20),
			24.8, 0.003 },
		{ EVAL, "$1 - 0.95^5 = 22.6$ %", 100 * (1 - pow(0.95, 5)), 22.6, 0.001 },
		{ EVAL, "always stop at z > 2.41", pocock(2.413), 0.05, 0.003 },
		{ EVAL, "z > 4.56, 3.23, 2.63, 2.28, 2.04", obrien_fleming(2.04), 0.05, 0.003 },
		{ EVAL, "z > 4.56, 3.23, 2.63, 2.28, 2.04", 2.04 * sqrt(5), 4.56, 0.001 },
		{ EVAL, "z > 4.56, 3.23, 2.63, 2.28, 2.04", 2.04 * sqrt(5 / 2.0), 3.23, 0.002 },
		{ EVAL, "z > 4.56, 3.23, 2.63, 2.28, 2.04", 2.04 * sqrt(5 / 3.0), 2.63, 0.002 },
		{ EVAL, "z > 4.56, 3.23, 2.63, 2.28, 2.04", 2.04 * sqrt(5 / 4.0), 2.28, 0.001 },
		{ EVAL, "variance falls to 64 %", 100 * (1 - 0.6 * 0.6), 64, 1e-9 },
		{ EVAL, "+ \\frac{600^2}{50{,}000} = 14.4", 2 * 600.0 * 600 / 50e3, 14.4, 1e-9 },
		{ EVAL, "p = 0.00015", chi2_above(14.4), 0.00015, 0.02 },
		{ EVAL, "\\sqrt{100{,}000 \\cdot 0.25} = 158", sqrt(100e3 * 0.25), 158, 0.001 },
		{ EVAL, "600 are 3.8 of it", 600 / sqrt(100e3 * 0.25), 3.8, 0.002 },
		{ EVAL, "A difference of 1.2 points", 100 * (50600 - 49400) / 100e3, 1.2, 1e-9 },
		{ EVAL, "1 + 49 \\cdot 0.05 = 3.45", 1 + (50 - 1) * 0.05, 3.45, 1e-9 },
		{ EVAL, "$1 - 0.95^{20} = 0.64$", 1 - pow(0.95, 20), 0.64, 0.003 },
		{ EVAL, "$p < 0.05/m$, here 0.0025", 0.05 / 20, 0.0025, 1e-9 },
		{ EVAL, "through in only 60 % of cases", 100 * pow(0.95, 10), 60, 0.003 },
	};
	figures_hold(s, LENGTH(s));
}

/* ---- infrastructure */

TEST(figures_of_data_and_streams_hold)
{
	static const struct figure s[] = {
		{ INFRA, "365 \\cdot 12 / 6 = 730$ minutes", 365 * 12 / 6.0, 730, 0 },
		{ INFRA, "200 columns of 8 bytes is 1.6 TB", 1e9 * 200 * 8, 1.6e12, 1e-9 },
		{ INFRA, "$5/200$ of it, 40 GB", 1e9 * 5 * 8, 40e9, 1e-9 },
		{ INFRA, "compression of 4, 10 GB", 1e9 * 5 * 8 / 4, 10e9, 1e-9 },
		{ INFRA, "120{,}000 / 4{,}000 = 30", 120e3 / 4e3, 30, 0 },
		{ INFRA, "catching up gives 45", 1.5 * 120e3 / 4e3, 45, 0 },
		{ INFRA, "2.7 MB/s each", 120e3 * 1000 / 45, 2.7e6, 0.02 },
		{ INFRA, "604{,}800 = 24.2$ TB", 40e3 * 1000 * 7 * DAY, 24.2e12, 0.001 },
		{ INFRA, "times 3 replicas = 72.6 TB", 3 * 40e3 * 1000 * 7 * DAY, 72.6e12, 0.001 },
		{ INFRA, "Five groups make 600 MB/s", 5 * 120, 600, 0 },
		{ INFRA, "20 MB/s written by clients", 120 / 6.0, 20, 0 },
		{ INFRA, "40 replicated in", 240 / 6.0, 40, 0 },
		{ INFRA, "100 read, each", 600 / 6.0, 100, 0 },
		{ INFRA, "10{,}000 = 18$ million events", 1800 * 10e3, 18e6, 0 },
		{ INFRA, "15{,}000 - 10{,}000} = 3600", 10e3 * 1800 / (15e3 - 10e3), 3600, 0 },
		{ INFRA, "At 11,000/s it would take five hours", 10e3 * 1800 / (11e3 - 10e3) / 3600,
			5, 0 },
		{ INFRA, "size/slide = 10 windows", 600 / 60.0, 10, 0 },
		{ INFRA, "11 panes of 16 bytes are 3.5 GB", 20e6 * 11 * 16, 3.5e9, 0.01 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_releases_and_drift_hold)
{
	double canary = arm_size(0.001, 0.002), act[] = { 0.4, 0.3, 0.2, 0.1 }, psi = 0,
	       flat = sqrt(2 * 400 / 8.0);
	for (int i = 0; i < 4; i++)
		psi += (act[i] - 0.25) * log(act[i] / 0.25);
	const struct figure s[] = {
		{ INFRA, "a canary of 1 % sees 20 a second", 2000 * 0.01, 20, 0 },
		{ INFRA, "takes about 23,500 requests", canary, 23500, 0.001 },
		{ INFRA, "$23{,}500/20 = 1{,}175$ s", canary / 20, 1175, 0.001 },
		{ INFRA, "some 20 minutes", canary / 20 / 60, 20, 0.03 },
		{ INFRA, "\\sqrt{800/8} = 10$ days", flat, 10, 1e-9 },
		{ INFRA, "at a cost of 80 a day", 8 * flat / 2 + 400 / flat, 80, 1e-9 },
		{ INFRA, "at 5 or 20 days it is 100", 8 * 5 / 2.0 + 400 / 5.0, 100, 0 },
		{ INFRA, "at 5 or 20 days it is 100", 8 * 20 / 2.0 + 400 / 20.0, 100, 0 },
		{ INFRA, "0.228. It is", psi, 0.228, 0.002 },
		{ INFRA, "| 0.15 | 0.470 | 0.0705 |", 0.15 * log(0.40 / 0.25), 0.0705, 0.001 },
		{ INFRA, "| 0.05 | 0.182 | 0.0091 |", 0.05 * log(0.30 / 0.25), 0.0091, 0.003 },
		{ INFRA, "| -0.05 | -0.223 | 0.0112 |", -0.05 * log(0.20 / 0.25), 0.0112, 0.005 },
		{ INFRA, "| -0.15 | -0.916 | 0.1374 |", -0.15 * log(0.10 / 0.25), 0.1374, 0.001 },
		{ INFRA, "| 0.15 | 0.470 |", log(0.40 / 0.25), 0.470, 0.001 },
		{ INFRA, "| 0.05 | 0.182 |", log(0.30 / 0.25), 0.182, 0.002 },
		{ INFRA, "| -0.05 | -0.223 |", log(0.20 / 0.25), -0.223, 0.001 },
		{ INFRA, "| -0.15 | -0.916 |", log(0.10 / 0.25), -0.916, 0.001 },
		{ INFRA, "both sides give 0.018", 9 * (1 / 1000.0 + 1 / 1000.0), 0.018, 1e-9 },
		{ INFRA, "with 100 cases 0.18", 9 * (1 / 100.0 + 1 / 100.0), 0.18, 1e-9 },
		{ INFRA, "Three false alarms each day", 300 * 0.01, 3, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_serving_hold)
{
	double at_700 = 1 / (1 - 0.7), busy = 600 * 0.05 / 32, balance = 8 / (1 - 0.5);
	const struct figure s[] = {
		{ INFRA, "90 % of the work is thrown away", 100 * (1 - 5 / 50.0), 90, 1e-9 },
		{ INFRA, "| 1 | 8.5 | 118 |", 1000 / (8 + 0.5), 118, 0.005 },
		{ INFRA, "| 8 | 12 | 667 |", 8 * 1000 / (8 + 0.5 * 8), 667, 0.001 },
		{ INFRA, "| 32 | 24 | 1,333 |", 32 * 1000 / (8 + 0.5 * 32), 1333, 0.001 },
		{ INFRA, "| 128 | 72 | 1,778 |", 128 * 1000 / (8 + 0.5 * 128), 1778, 0.001 },
		{ INFRA, "eleven times as many", 32 / 24.0 * 8.5, 11, 0.04 },
		{ INFRA, "a third more for three times the latency", 128 / 72.0 / (32 / 24.0),
			4 / 3.0, 1e-6 },
		{ INFRA, "a third more for three times the latency", 72 / 24.0, 3, 0 },
		{ INFRA, "At 500/s 8 requests take 14 ms", 7 / 500.0, 0.014, 1e-9 },
		{ INFRA, "At 1,000/s that gives $b = 16$", balance, 16, 1e-9 },
		{ INFRA, "takes 16 ms to compute", 8 + 0.5 * balance, 16, 1e-9 },
		{ INFRA, "600 \\cdot 0.05 = 30$", 600 * 0.05, 30, 1e-9 },
		{ INFRA, "\\lceil 10.7 \\rceil = 11", 30 / (4 * 0.7), 10.7, 0.002 },
		{ INFRA, "\\lceil 10.7 \\rceil = 11", ceil(30 / (4 * 0.7)), 11, 0 },
		{ INFRA, "hold 32 and be 94 % busy", 100 * busy, 94, 0.003 },
		{ INFRA, "3.3 times the service time at 70 %", at_700, 3.3, 0.011 },
		{ INFRA, "16 times at 94 %", 1 / (1 - busy), 16, 1e-9 },
		{ INFRA, "$1/1.2 = 83$ %", 100 / 1.2, 83, 0.005 },
		{ INFRA, "So it needs 25 workers", 3000 / 120.0, 25, 0 },
		{ INFRA, "with 10 it gets 1,200/s", 10 * 120, 1200, 0 },
		{ INFRA, "is busy 40 % of the time", 100 * 1200 / 3000.0, 40, 1e-9 },
		{ INFRA, "at 3,000/s are 330 MB/s", 110e3 * 3000, 330e6, 1e-9 },
		{ INFRA, "= 126$ TFLOP/s of 312: 40 %", 6 * 7e9 * 3000, 126e12, 1e-9 },
		{ INFRA, "= 126$ TFLOP/s of 312: 40 %", 100 * 126 / 312.0, 40, 0.01 },
		{ INFRA, "1 - 0.99^{100} = 0.634", 1 - pow(0.99, 100), 0.634, 0.001 },
		{ INFRA, "With 20 servers it is 18 %", 100 * (1 - pow(0.99, 20)), 18, 0.015 },
		{ INFRA, "1 - 0.99^{1/100} = 0.01$ %", 100 * (1 - pow(0.99, 0.01)), 0.01, 0.01 },
		{ INFRA, "$0.993^{100} \\approx 0.5$", pow(0.993, 100), 0.5, 0.02 },
		{ INFRA, "\\cdot 10^6 = 0.444", 4 / (2500 * 3600.0) * 1e6, 0.444, 0.002 },
		{ INFRA, "\\frac{0.444}{0.30} = 1.48", 4 / (2500 * 3600.0) * 1e6 / 0.3, 1.48,
			0.002 },
		{ INFRA, "$0.1 + 0.25 = 0.35$", 0.1 + 0.25, 0.35, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

/* ---- system design */

TEST(figures_of_designs_hold)
{
	double rate = 50e6 * 10 / DAY, servers = 3 * rate * 500 / (200e3 * 0.6), truth = 0.05 / 1.3;
	double base = -(0.02 * log(0.02) + 0.98 * log(0.98));
	double hours = (20e3 * 0.9 + 9.98e6 * 0.02) * 30 / 3600,
	       strict = 20e3 * 0.6 + 9.98e6 * 0.001;
	const struct figure s[] = {
		{ DESIGN, "{86{,}400} = 5{,}787", rate, 5787, 0.0001 },
		{ DESIGN, "= 17{,}361 \\text{ /s at peak}", 3 * rate, 17361, 0.0001 },
		{ DESIGN, "17{,}361 \\cdot 500 = 8.7", 3 * rate * 500, 8.7e6, 0.003 },
		{ DESIGN, "/ 120{,}000 = 72.3$, so 73", servers, 72.3, 0.001 },
		{ DESIGN, "half as much again: 110", ceil(1.5 * ceil(servers)), 110, 0 },
		{ DESIGN, "10 million live items of 1 kB that is 10 GB", 10e6 * 1e3, 10e9, 0 },
		{ DESIGN, "2 kB is 1 TB a day", 50e6 * 10 * 2e3, 1e12, 0 },
		{ DESIGN, "| 1 million a day | 12/s |", 1e6 / DAY, 12, 0.04 },
		{ DESIGN, "$\\ln 100 = 4.6$", log(0.01 / 0.0001), 4.6, 0.002 },
		{ DESIGN, "| X | 2.00 | 0.01 | 20 |", 2.00 * 0.01 * 1000, 20, 1e-9 },
		{ DESIGN, "| Y | 0.50 | 0.05 | 25 |", 0.50 * 0.05 * 1000, 25, 1e-9 },
		{ DESIGN, "20/(1000 \\cdot 0.05) = 0.40", 20 / (1000 * 0.05), 0.40, 1e-9 },
		{ DESIGN, "truth 3.85 %", 100 * truth, 3.85, 0.001 },
		{ DESIGN, "0.0385 \\cdot 0.50 = 19.2", 1000 * truth * 0.50, 19.2, 0.003 },
		{ DESIGN, "0.0385 \\cdot 0.40 = 15.4", 1000 * truth * 0.40, 15.4, 0.002 },
		{ DESIGN, "0.98 \\ln 0.98) = 0.098", base, 0.098, 0.001 },
		{ DESIGN, "value of 0.867", 0.085 / base, 0.867, 0.001 },
		{ DESIGN, "0.05 + 0.05 - 0.025 = 0.175", 0.10 + 5 * 0.01 + 10 * 0.005 - 50 * 0.0005,
			0.175, 1e-9 },
		{ DESIGN, "0.20 + 0.10 - 0.30 = 0.06", 0.06 + 5 * 0.04 + 10 * 0.010 - 50 * 0.006,
			0.06, 1e-9 },
		{ DESIGN, "1,000 frauds a day", 1e6 * 0.001, 1000, 0 },
		{ DESIGN, "600 are right: precision 30 %", 100 * 0.6 * 1000 / 2000, 30, 1e-9 },
		{ DESIGN, "about ten false alarms for each fraud", 999e3 * 0.01 / 1000, 10, 0.002 },
		{ DESIGN, "| 18,000 | 12,000 |", 20e3 * 0.9, 18e3, 1e-9 },
		{ DESIGN, "| 18,000 | 12,000 |", 20e3 * 0.6, 12e3, 1e-9 },
		{ DESIGN, "| 199,600 | 9,980 |", 9.98e6 * 0.02, 199600, 1e-9 },
		{ DESIGN, "| 199,600 | 9,980 |", 9.98e6 * 0.001, 9980, 1e-9 },
		{ DESIGN, "| precision | 8.3 % | 54.6 % |", 100 * 18e3 / (18e3 + 199600), 8.3,
			0.005 },
		{ DESIGN, "| precision | 8.3 % | 54.6 % |", 100 * 12e3 / strict, 54.6, 0.001 },
		{ DESIGN, "| 1,813 | 183 |", hours, 1813, 0.001 },
		{ DESIGN, "| 1,813 | 183 |", strict * 30 / 3600, 183, 0.002 },
		{ DESIGN, "| 260 | 27 |", ceil(hours / 7), 260, 0 },
		{ DESIGN, "| 260 | 27 |", ceil(strict * 30 / 3600 / 7), 27, 0 },
		{ DESIGN, "\\frac{3}{3+1} = 0.75", 3 / (3 + 1.0), 0.75, 0 },
		{ DESIGN, "0.001 costs 0.03", 0.001 * 30, 0.03, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_assistants_and_vectors_hold)
{
	double codes = 64 * 1e9 / 262144, core = codes / 20e6;
	double adapter = 32.0 * 2 * 2 * 4096 * 16;
	const struct figure s[] = {
		{ DESIGN, "are 120,000 turns", 20e3 * 6, 120e3, 0 },
		{ DESIGN, "so 3.3 turns/s", 120e3 * 0.1 / 3600, 3.3, 0.011 },
		{ DESIGN, "10,000 tokens/s of prefill", 120e3 * 0.1 / 3600 * 3000, 10e3, 1e-9 },
		{ DESIGN, "667/s of decoding", 120e3 * 0.1 / 3600 * 200, 667, 0.001 },
		{ DESIGN, "10^4 = 160$ TFLOP/s", 2 * 8e9 * 1e4, 160e12, 1e-9 },
		{ DESIGN, "a third of an H100 at 50 %", 160 / (0.5 * 989), 1 / 3.0, 0.04 },
		{ DESIGN, "256 \\cdot 4 = 1.02$ TB", 1e9 * 256 * 4, 1.02e12, 0.005 },
		{ DESIGN, "ids of 8: 72 GB", 1e9 * (64 + 8), 72e9, 0 },
		{ DESIGN, "48 GB usable: 2 shards", ceil(72 / 48.0), 2, 0 },
		{ DESIGN, "$2^{18} = 262{,}144$", pow(2, 18), 262144, 0 },
		{ DESIGN, "hold 3,815 vectors on average", 1e9 / 262144, 3815, 0.001 },
		{ DESIGN, "64 probes scan 244,000 codes", codes, 244e3, 0.001 },
		{ DESIGN, "costs 12.2 ms of a core", core * 1e3, 12.2, 0.001 },
		{ DESIGN, "0.0122 = 61$ cores", 5000 * core, 61, 0.001 },
		{ DESIGN, "102 at 60 % load", 5000 * core / 0.6, 102, 0.003 },
		{ DESIGN, "256 = 67$ million", 262144.0 * 256, 67e6, 0.002 },
		{ DESIGN, "the 15.6 million look-ups", codes * 64, 15.6e6, 0.002 },
		{ DESIGN, "are 1 million random reads/s", 200 * 5000, 1e6, 0 },
		{ DESIGN, "re-score 50 and it is 250,000", 50 * 5000, 250e3, 0 },
		{ DESIGN, "int8 copies (256 GB)", 1e9 * 256, 256e9, 0 },
		{ DESIGN, "with $h = 6$ hours give 86.6", 10 * 6 / log(2), 86.6, 0.001 },
		{ DESIGN, "$h/\\ln 2 = 8.7$ hours", 6 / log(2), 8.7, 0.006 },
		{ DESIGN, "\\frac{7}{240} = 0.029", (3 + 0.02 * 200) / (40 + 200), 0.029, 0.006 },
		{ DESIGN, "not 7.5 %", 100 * 3 / 40.0, 7.5, 1e-9 },
		{ DESIGN, "for a Beta(4, 196) prior", 0.02 * 200, 4, 1e-9 },
		{ DESIGN, "updated to Beta(7, 233)", 196 + 40 - 3, 233, 0 },
		{ DESIGN, "\\frac{30}{0.2} = 0.15", 30 / 0.2 / 1000, 0.15, 1e-9 },
		{ DESIGN, "$0.04/0.5 = 0.08$", 0.04 / 0.5, 0.08, 1e-9 },
		{ DESIGN, "$1 - e^{-0.5} = 39$ %", 100 * (1 - exp(-1 / 2.0)), 39, 0.01 },
		{ DESIGN, "underestimated by 61 %", 100 * exp(-1 / 2.0), 61, 0.01 },
		{ DESIGN, "$1 - e^{-3.5} = 97$ %", 100 * (1 - exp(-7 / 2.0)), 97, 0.001 },
		{ DESIGN, "16 bits is 14 GB", 7e9 * 2, 14e9, 0 },
		{ DESIGN, "so 200 are 2.8 TB", 200 * 7e9 * 2, 2.8e12, 1e-9 },
		{ DESIGN, "16 = 8.39 \\cdot 10^6", adapter, 8.39e6, 0.001 },
		{ DESIGN, "parameters, 16.8 MB", adapter * 2, 16.8e6, 0.002 },
		{ DESIGN, "all 200 take 3.4 GB", 200 * adapter * 2, 3.4e9, 0.015 },
		{ DESIGN, "about a millisecond over PCIe at 16 GB/s", adapter * 2 / 16e9, 0.001,
			0.06 },
	};
	figures_hold(s, LENGTH(s));
}
