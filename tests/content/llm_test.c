/* llm_test.c - the figures of the questions on language models, with the arithmetic that leads to them. */
#include <math.h>

#include "figure.h"

#define NLP  "ml-interview/questions/05-nlp-transformers.md"
#define SYS  "ml-interview/questions/06-llm-systems.md"
#define CALC "ml-interview/questions/07-transformer-arithmetic.md"

/* Devices: FLOP/s in 16 bits, bytes per second of memory and of NVLink in one direction. */
static const double a100 = 312e12, a100_hbm = 2.0e12, a100_link = 300e9;
static const double h100 = 989e12, h100_hbm = 3.35e12, h100_link = 450e9;

static const double million = 1e6, billion = 1e9, trillion = 1e12, GB = 1e9, GiB = 1073741824.0;
static const double day = 86400, year = 365 * 86400.0;

/* "The 7B": layers, width, inner width, vocabulary; weights of a layer and of all. */
static const double L = 32, d = 4096, f = 11008, V = 32000;

static double layer_7b(void)
{
	return 4 * d * d + 3 * d * f;
}

static double n_7b(void)
{
	return L * layer_7b() + 2 * V * d + (2 * L + 1) * d;
}

/* Bytes of keys and values of one token. */
static double kv(double layers, double heads, double bytes)
{
	return 2 * layers * heads * 128 * bytes;
}

/* Bytes that each of n ranks sends in a ring all-reduce, by bytes reduced. */
static double ring(double n)
{
	return 2 * (n - 1) / n;
}

/* FLOPs per byte of an m x k by k x n product in 16 bits. */
static double intensity(double m, double k, double n)
{
	return 2 * m * n * k / (2 * (m * k + k * n + m * n));
}

static double softmax(double logit, const double *all, int n, double temperature)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += exp(all[i] / temperature);
	return exp(logit / temperature) / sum;
}

static double sigmoid(double x)
{
	return 1 / (1 + exp(-x));
}

static double entries_causal(double n)
{
	return n * (n + 1) / 2;
}

TEST(figures_of_tokens_and_embeddings_hold)
{
	const struct figure s[] = {
		{ NLP, "`e a` occurs 12 times", 4 + 3 + 5, 12, 0 },
		{ NLP, "`s ea` leads with 7", 4 + 3, 7, 0 },
		{ NLP, "With 256 bytes as the base", pow(2, 8), 256, 0 },
		{ NLP, "about 6,300 English words", 8192 / 1.3, 6300, 0.001 },
		{ NLP, "only 2,100 of the other", 8192 / 3.9, 2100, 0.001 },
		{ NLP, "takes 3 times the tokens", 3.9 / 1.3, 3, 1e-9 },
		{ NLP, "9 times the attention scores", pow(3.9 / 1.3, 2), 9, 1e-9 },
		{ NLP, "that is 6 instead of 50,000", 5 + 1, 6, 0 },
		{ NLP, "about 8,300 times fewer", 50000.0 / (5 + 1), 8300, 0.005 },
		{ NLP, "$16d^2$ in place of $12d^2$", 8 + 8, 16, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_attention_hold)
{
	const double wave = 2 * acos(-1);
	const struct figure s[] = {
		{ NLP, "have a standard deviation of 8", sqrt(64), 8, 0 },
		{ NLP, "$p = 0.99966$", sigmoid(8), 0.99966, 1e-5 },
		{ NLP, "$p(1-p) = 0.00034$", sigmoid(8) * sigmoid(-8), 0.00034, 0.02 },
		{ NLP, "$p = 0.731$", sigmoid(1), 0.731, 0.001 },
		{ NLP, "$p(1-p) = 0.197$", sigmoid(1) * sigmoid(-1), 0.197, 0.003 },
		{ NLP, "almost 590 times larger",
			sigmoid(1) * sigmoid(-1) / (sigmoid(8) * sigmoid(-8)), 590, 0.01 },
		{ NLP, "the four projections take $8nd^2$ FLOPs", 4 * 2, 8, 0 },
		{ NLP, "scores and mean $4n^2d$ together", 2 + 2, 4, 0 },
		{ NLP, "They are equal at $n = 2d$", 8.0 / 4, 2, 0 },
		{ NLP, "$4d^2$ parameters, 67.1 million for $d = 4096$", 4 * d * d, 67.1 * million,
			0.001 },
		{ NLP, "have 2.1 million allowed entries", 4 * entries_causal(1024), 2.1 * million,
			0.005 },
		{ NLP, "instead of 8.4 million", entries_causal(4096), 8.4 * million, 0.005 },
		{ NLP, "run from 6.3 to", wave, 6.3, 0.005 },
		{ NLP, "about 54,400 tokens", wave * pow(10000, 126.0 / 128), 54400, 0.001 },
		{ NLP, "the longest is about 2.6 million", wave * pow(500000, 126.0 / 128),
			2.6 * million, 0.02 },
		{ NLP, "would have variance 33", 1 + 32, 33, 0 },
		{ NLP, "only about 17 % of its standard deviation", 1 / sqrt(33), 0.17, 0.03 },
		{ NLP, "has $2 \\cdot d \\cdot 4d = 8d^2$ parameters", 2 * 4, 8, 0 },
		{ NLP, "For $d = 4096$ that is 10,923", 8 * d / 3, 10923, 1e-4 },
		{ NLP, "rounded up to a multiple of 256: 11,008", 256 * ceil(8 * d / 3 / 256),
			11008, 0 },
		{ NLP, "has 135.3 million parameters", 3 * d * f, 135.3 * million, 0.001 },
		{ NLP, "against 134.2 million with GELU", 8 * d * d, 134.2 * million, 0.001 },
		{ NLP, "two thirds of a layer's parameters", 8.0 / 12, 2.0 / 3, 1e-9 },
		{ NLP, "$12d^2$ in the block, $16d^2$ in the layer", 3 * 4 + 4, 16, 0 },
		{ NLP, "a third more parameters", 16.0 / 12 - 1, 1.0 / 3, 1e-9 },
		{ NLP, "| Multi-head | 32 | 32 | 16 KiB |", kv(1, 32, 2) / 1024, 16, 0 },
		{ NLP, "| Grouped | 32 | 8 | 4 KiB |", kv(1, 8, 2) / 1024, 4, 0 },
		{ NLP, "| Multi-query | 32 | 1 | 0.5 KiB |", kv(1, 1, 2) / 1024, 0.5, 0 },
		{ NLP, "serves 4 queries", 32.0 / 8, 4, 0 },
		{ NLP, "divides positions by 8", 32768.0 / 4096, 8, 0 },
		{ NLP, "| Attention scores per sequence | 1 | 64 times |", pow(32768.0 / 4096, 2),
			64, 0 },
		{ NLP, "| KV cache, multi-head, 16 bits | 2 GiB", kv(32, 32, 2) * 4096 / GiB, 2,
			0 },
		{ NLP, "16 bits | 2 GiB | 16 GiB |", kv(32, 32, 2) * 32768 / GiB, 16, 0 },
		{ NLP, "| KV cache, 8 KV heads | 0.5 GiB", kv(32, 8, 2) * 4096 / GiB, 0.5, 0 },
		{ NLP, "heads | 0.5 GiB | 4 GiB |", kv(32, 8, 2) * 32768 / GiB, 4, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_mixtures_hold)
{
	const double expert = 3 * 4096.0 * 14336, attention = 32 * (2 * d * d + 2 * d * 8 * 128);
	const double ends = 2 * 32000 * d;
	const struct figure s[] = {
		{ NLP, "= 176 million parameters", expert, 176 * million, 0.002 },
		{ NLP, "| Experts | 45.1 billion", 8 * 32 * expert, 45.1 * billion, 0.001 },
		{ NLP, "45.1 billion | 11.3 billion |", 2 * 32 * expert, 11.3 * billion, 0.003 },
		{ NLP, "| Attention | 1.34 billion | 1.34 billion |", attention, 1.34 * billion,
			0.002 },
		{ NLP, "| Embedding and output | 0.26 billion |", ends, 0.26 * billion, 0.01 },
		{ NLP, "| Sum | 46.7 billion", 8 * 32 * expert + attention + ends, 46.7 * billion,
			0.001 },
		{ NLP, "46.7 billion | 12.9 billion |", 2 * 32 * expert + attention + ends,
			12.9 * billion, 0.002 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_objectives_and_decoding_hold)
{
	const double logit[] = { 2, 1, 0, -1 };
	const double top = softmax(2, logit, 4, 1) + softmax(1, logit, 4, 1);
	const struct figure s[] = {
		{ NLP, "| Signal in 512 tokens | 77 tokens", 0.15 * 512, 77, 0.003 },
		{ NLP, "| 511 tokens |", 512 - 1, 511, 0 },
		{ NLP, "about 103 target tokens", 0.15 * 512 + 0.15 * 512 / 3, 103, 0.01 },
		{ NLP, "77 go, in 26 spans", 0.15 * 512 / 3, 26, 0.02 },
		{ NLP, "| A | 2.30 | 9.97 |", exp(2.30), 9.97, 0.001 },
		{ NLP, "| 9.97 | 4.2 | 0.790 |", 2.30 / log(2) / 4.2, 0.790, 0.001 },
		{ NLP, "| B | 2.00 | 7.39 |", exp(2.00), 7.39, 0.001 },
		{ NLP, "| 7.39 | 3.5 | 0.824 |", 2.00 / log(2) / 3.5, 0.824, 0.001 },
		{ NLP, "= 2.30 nats", log(10), 2.30, 0.002 },
		{ NLP, "or 3.32 bits", log(10) / log(2), 3.32, 0.002 },
		{ NLP, "the probabilities are 0.644,", softmax(2, logit, 4, 1), 0.644, 0.001 },
		{ NLP, "0.644, 0.237,", softmax(1, logit, 4, 1), 0.237, 0.002 },
		{ NLP, "0.237, 0.087 and", softmax(0, logit, 4, 1), 0.087, 0.005 },
		{ NLP, "0.087 and 0.032.", softmax(-1, logit, 4, 1), 0.032, 0.01 },
		{ NLP, "At 0.5 they are 0.865,", softmax(2, logit, 4, 0.5), 0.865, 0.001 },
		{ NLP, "0.865, 0.117,", softmax(1, logit, 4, 0.5), 0.117, 0.002 },
		{ NLP, "0.117, 0.016 and", softmax(0, logit, 4, 0.5), 0.016, 0.02 },
		{ NLP, "0.016 and 0.002:", softmax(-1, logit, 4, 0.5), 0.002, 0.1 },
		{ NLP, "Top-k with 2 keeps 0.731", softmax(2, logit, 2, 1), 0.731, 0.001 },
		{ NLP, "keeps 0.731 and 0.269", softmax(1, logit, 2, 1), 0.269, 0.001 },
		{ NLP, "sum to only 0.881", top, 0.881, 0.001 },
		{ NLP, "Top-p with 0.9 keeps three tokens",
			top < 0.9 && top + softmax(0, logit, 4, 1) >= 0.9 ? 3 : 0, 3, 0 },
		{ NLP, "With logits 4 and 0 the teacher says 0.982", sigmoid(4), 0.982, 0.001 },
		{ NLP, "at temperature 1 and 0.731 at 4", sigmoid(4.0 / 4), 0.731, 0.001 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_adaptation_hold)
{
	const struct figure s[] = {
		{ NLP, "the standard error is 2.1 points", 100 * sqrt(0.85 * 0.15 / 300), 2.1,
			0.02 },
		{ NLP, "A reward gap of 1.1 means a 75 % preference", sigmoid(1.1), 0.75, 0.003 },
		{ NLP, "the loss is log 2 = 0.693", -log(sigmoid(0)), 0.693, 0.001 },
		{ NLP, "trains 131,072 parameters", 16 * (4096 + 4096), 131072, 0 },
		{ NLP, "instead of 16.8 million, 0.78 %", 4096.0 * 4096, 16.8 * million, 0.002 },
		{ NLP, "16.8 million, 0.78 %", 131072 / (4096.0 * 4096), 0.0078, 0.005 },
		{ NLP, "are 2,000 tokens of prefill", 8 * 250, 2000, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_parallel_training_hold)
{
	const double bsd = 4 * 2048.0 * 8192 * 2, dispatch = 8192.0 * 2 * 4096 * 2;
	const struct figure s[] = {
		{ SYS, "that is 14 GB of gradients", 7 * billion * 2 / GB, 14, 0 },
		{ SYS, "24.5 GB sent by each", ring(8) * 14, 24.5, 1e-9 },
		{ SYS, "| 0 | nothing | 16 | 112 |", 16 * 7, 112, 0 },
		{ SYS, "| 4 + 12/n | 38.5 |", (4 + 12.0 / 8) * 7, 38.5, 1e-9 },
		{ SYS, "| 2 + 14/n | 26.25 |", (2 + 14.0 / 8) * 7, 26.25, 1e-9 },
		{ SYS, "| 16/n | 14 |", 16.0 / 8 * 7, 14, 1e-9 },
		{ SYS, "with 41.5 GB left for activations", 80 - (4 + 12.0 / 8) * 7, 41.5, 1e-9 },
		{ SYS, "stage 3 holds 1.75 GB", 16.0 / 64 * 7, 1.75, 1e-9 },
		{ SYS, "3/2 of the volume", (1 + 1 + 1) / 2.0, 3.0 / 2, 0 },
		{ SYS, "= 0.88 GB. The whole model", 2 * 14.0 / 32, 0.88, 0.01 },
		{ SYS, "$16 \\cdot 13 = 208$ GB of state", 16 * 13, 208, 0 },
		{ SYS, "over 8 ranks 26 GB each", 208.0 / 8, 26, 0 },
		{ SYS, "over 16 it would be 13 GB", 208.0 / 16, 13, 0 },
		{ SYS, "bf16, 26 GB of weights", 13 * 2, 26, 0 },
		{ SYS, "= 73 GB. With hybrid sharding", 3 * 15.0 / 16 * 26, 73, 0.003 },
		{ SYS, "its 3.25 GB of gradients", 26.0 / 8, 3.25, 0 },
		{ SYS, "8 ranks send 26 GB together", 8 * ring(2) * 3.25, 26, 1e-9 },
		{ SYS, "That is 2.8 times less", 3 * 15.0 / 16 * 26 / 26, 2.8, 0.01 },
		{ SYS, "70 billion are 1,120 GB against 640 GB", 16 * 70, 1120, 0 },
		{ SYS, "against 640 GB in 8 GPUs", 8 * 80, 640, 0 },
		{ SYS, "in bf16 that is 134 MB", bsd / million, 134, 0.003 },
		{ SYS, "= 235 MB, at 450 GB/s", ring(8) * bsd / million, 235, 0.003 },
		{ SYS, "in one direction 0.52 ms", ring(8) * bsd / h100_link * 1e3, 0.52, 0.01 },
		{ SYS, "167 ms per micro-batch", 80 * 4 * ring(8) * bsd / h100_link * 1e3, 167,
			0.003 },
		{ SYS, "it would be 9 times as long", h100_link / 50e9, 9, 1e-9 },
		{ SYS, "holds 8 instead of 64", fmin(8, 64), 8, 0 },
		{ SYS, "the idle share is 17.9 %", 7.0 / (32 + 7), 0.179, 0.004 },
		{ SYS, "the overhead on useful time 21.9 %", 7.0 / 32, 0.219, 0.002 },
		{ SYS, "= 5.5 %. ", 7.0 / (4 * 32), 0.055, 0.01 },
		{ SYS, "the factors are 13 and", 10 + 24.0 / 8, 13, 0 },
		{ SYS, "are 13 and 4.25:", 34.0 / 8, 4.25, 0 },
		{ SYS, "4.25: 3.1 times less", (10 + 24.0 / 8) / (34.0 / 8), 3.1, 0.02 },
		{ SYS, "at least 6,240 tokens per rank", a100 / 50e9, 6240, 1e-9 },
		{ SYS, "a rank sends 134 MB in one dispatch", dispatch / million, 134, 0.003 },
		{ SYS, "on 8 ranks: 117 MB", dispatch * 7 / 8 / million, 117, 0.005 },
		{ SYS, "this takes 2.3 ms", dispatch * 7 / 8 / 50e9 * 1e3, 2.3, 0.025 },
		{ SYS, "of NVLink 0.39 ms", dispatch * 7 / 8 / a100_link * 1e3, 0.39, 0.01 },
		{ SYS, "are only 256 for each expert", 8192 * 2.0 / 64, 256, 0 },
		{ SYS, "State is $16 \\cdot 70$ = 1,120 GB", 16 * 70, 1120, 0 },
		{ SYS, "data parallelism over $512/32 = 16$", 64 * 8 / (8.0 * 4), 16, 0 },
		{ SYS, "= 35 GB; with ZeRO-1", 1120.0 / 32, 35, 0 },
		{ SYS, "= 10.4 GB.", 4 * 70 / 32.0 + 12 * 70 / (32.0 * 16), 10.4, 0.002 },
		{ SYS, "80 layers give 20 per stage", 80 / 4.0, 20, 0 },
		{ SYS, "is 4.2 million tokens: 64 sequences", 1024 * 4096.0, 4.2 * million, 0.002 },
		{ SYS, "64 sequences per pipeline", 1024 / 16.0, 64, 0 },
		{ SYS, "The idle share is $3/67$ = 4.5 %", 3.0 / (64 + 3), 0.045, 0.01 },
		{ SYS, "with two sequences per rank", 1024 / 512.0, 2, 0 },
		{ SYS, "the gathers of 140 GB", 70 * 2, 140, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_memory_and_precision_hold)
{
	const double step = 2 * 14 * GB / 25e9, per_token = 6 * 7 * billion / (0.4 * a100);
	const double scores = 4096.0 * 4096 * 2, qkvo = 4 * 4096.0 * 128 * 2,
		     flops = 4 * 4096.0 * 4096 * 128;
	const struct figure s[] = {
		{ SYS, "are 16.8 GB in fp32", 8 * 4096.0 * 128000 * 4 / GB, 16.8, 0.002 },
		{ SYS, "a factor of 1.33", 8.0 / 6, 1.33, 0.003 },
		{ SYS, "For 64 layers that is 16 instead of 64", 2 * sqrt(64), 16, 0 },
		{ SYS, "= 162\\,sbd$", 2 * 64 + 34, 162, 0 },
		{ SYS, "$34 \\cdot 64 = 2176\\,sbd$", 34 * 64, 2176, 0 },
		{ SYS, "2176\\,sbd$, 13 times less", 2176.0 / 162, 13, 0.04 },
		{ SYS, "| fp32 | 8 | 23 | 3.4e38 |", (2 - pow(2, -23)) * pow(2, 127), 3.4e38,
			0.002 },
		{ SYS, "| 3.4e38 | 1.2e-38 | 1.2e-7 |", pow(2, -23), 1.2e-7, 0.01 },
		{ SYS, "| bf16 | 8 | 7 | 3.4e38 |", (2 - pow(2, -7)) * pow(2, 127), 3.4e38, 0.005 },
		{ SYS, "| 3.4e38 | 1.2e-38 | 0.0078 |", pow(2, -126), 1.2e-38, 0.03 },
		{ SYS, "| 1.2e-38 | 0.0078 |", pow(2, -7), 0.0078, 0.003 },
		{ SYS, "| fp16 | 5 | 10 | 65,504 |", (2 - pow(2, -10)) * pow(2, 15), 65504, 0 },
		{ SYS, "| 65,504 | 6.1e-5 |", pow(2, -14), 6.1e-5, 0.002 },
		{ SYS, "| 6.1e-5 | 0.00098 |", pow(2, -10), 0.00098, 0.004 },
		{ SYS, "$2^{-12}$ = 0.000244 apart", pow(2, -5) * pow(2, -7), 0.000244, 0.001 },
		{ SYS, "An Adam step of size 0.0001 is less than half of that",
			0.0001 < pow(2, -12) / 2, 1, 0 },
		{ SYS, "loses gradients below 6e-8", pow(2, -24), 6e-8, 0.01 },
		{ SYS, "$2^{-24}$ = 6.0e-8", pow(2, -24), 6.0e-8, 0.01 },
		{ SYS, "with a factor of 65,536", pow(2, 16), 65536, 0 },
		{ SYS, "it is 6.6e-4", 1e-8 * pow(2, 16), 6.6e-4, 0.01 },
		{ SYS, "| E4M3 | 4 | 3 | 448 |", (2 - pow(2, -2)) * pow(2, 8), 448, 0 },
		{ SYS, "| E5M2 | 5 | 2 | 57,344 |", (2 - pow(2, -2)) * pow(2, 15), 57344, 0 },
		{ SYS, "differ by up to 12.5 %", pow(2, -3), 0.125, 0 },
		{ SYS, "an error up to 6.25 %", pow(2, -4), 0.0625, 0 },
		{ SYS, "gradients go down in bf16, 14 GB", 7 * 2, 14, 0 },
		{ SYS, "each takes 0.56 s", 14 / 25.0, 0.56, 1e-9 },
		{ SYS, "together 1.1 s", step, 1.1, 0.02 },
		{ SYS, "| 4,096 | 1.4 s |", 4096 * per_token, 1.4, 0.02 },
		{ SYS, "| 1.4 s | 81 % |", step / (4096 * per_token), 0.81, 0.01 },
		{ SYS, "| 65,536 | 22 s |", 65536 * per_token, 22, 0.01 },
		{ SYS, "| 22 s | 5 % |", step / (65536 * per_token), 0.05, 0.02 },
		{ SYS, "12 bytes a parameter, 84 GB", 12 * 7, 84, 0 },
		{ SYS, "about 28 bytes a parameter", 2 + 3 * 4 + 3 * 4 + 2, 28, 0 },
		{ SYS, "it takes 2 s, so it too", 28 * 7 * billion / 100e9, 2, 0.03 },
		{ SYS, "NVLink is ten times faster than the bus", a100_link / 32e9, 10, 0.07 },
		{ SYS, "entries, 33.6 MB", scores / million, 33.6, 0.002 },
		{ SYS, "read again: 134 MB", 4 * scores / million, 134, 0.003 },
		{ SYS, "are 4.2 MB together", qkvo / million, 4.2, 0.002 },
		{ SYS, "= 8.6$ billion", flops, 8.6 * billion, 0.002 },
		{ SYS, "| Plain | 138 MB |", (4 * scores + qkvo) / million, 138, 0.004 },
		{ SYS, "| 138 MB | 62 |", flops / (4 * scores + qkvo), 62, 0.005 },
		{ SYS, "| 4.2 MB | 2,048 |", flops / qkvo, 2048, 1e-9 },
		{ SYS, "| Adam, fp32 moments | 8 | 56 GB |", 8 * 7, 56, 0 },
		{ SYS, "a 4-byte scale per 256 | 2.03 |", 2 * (1 + 4.0 / 256), 2.03, 0.001 },
		{ SYS, "| 2.03 | 14.2 GB |", 2 * (1 + 4.0 / 256) * 7, 14.2, 0.002 },
		{ SYS, "| about 0 | 0.014 GB |",
			7 * billion * 4 * (4096 + 4096) / (4096.0 * 4096) / GB, 0.014, 0.03 },
		{ SYS, "8,192 instead of 16.8 million", 4096 + 4096, 8192, 0 },
		{ SYS, "instead of 16.8 million for a square of 4096", 4096.0 * 4096,
			16.8 * million, 0.002 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_hardware_hold)
{
	const double ridge = a100 / a100_hbm;
	const struct figure s[] = {
		{ SYS, "take as long as 216", 2 * 108, 216, 0 },
		{ SYS, "counts 16 times as much", 312 / 19.5, 16, 1e-9 },
		{ SYS, "= 19.5 TB/s. HBM", 128 * 108 * 1.41e9 / 1e12, 19.5, 0.002 },
		{ SYS, "HBM is about 10 times slower", 19.5 / 2.0, 10, 0.03 },
		{ SYS, "NVLink 7 times slower than HBM", a100_hbm / a100_link, 7, 0.05 },
		{ SYS, "the network 12 times slower than NVLink", a100_link / 25e9, 12, 1e-9 },
		{ SYS, "| Network, 200 Gbit/s | other nodes | 25 GB/s |", 200 / 8.0, 25, 0 },
		{ SYS, "A100: $312/2.0$ = 156", ridge, 156, 1e-9 },
		{ SYS, "H100: $989/3.35$ = 295", h100 / h100_hbm, 295, 0.001 },
		{ SYS, "1 FLOP, 6 bytes | 0.17 |", 1.0 / 6, 0.17, 0.02 },
		{ SYS, "| 0.17 | memory | 0.33 TFLOP/s |", a100_hbm / 6 / trillion, 0.33, 0.011 },
		{ SYS, "8 FLOPs per 4 bytes | 2 | memory | 4 TFLOP/s |",
			8 / 4.0 * a100_hbm / trillion, 4, 1e-9 },
		{ SYS, "Matrix times vector, 4096 | 1 |", intensity(1, 4096, 4096), 1, 0.001 },
		{ SYS, "| 1 | memory | 2 TFLOP/s |", a100_hbm / trillion, 2, 1e-9 },
		{ SYS, "Matrix times matrix, 4096 | 1,365 |", intensity(4096, 4096, 4096), 1365,
			0.001 },
		{ SYS, "crosses the ridge at $n = 468$", 3 * ridge, 468, 1e-9 },
		{ SYS, "| 1 | 1.0 | memory-bound |", intensity(1, 4096, 4096), 1.0, 0.001 },
		{ SYS, "| 256 | 228 |", intensity(256, 4096, 4096), 228, 0.003 },
		{ SYS, "| 1,024 | 683 |", intensity(1024, 4096, 4096), 683, 0.001 },
		{ SYS, "reaches 2 of 312 TFLOP/s, 0.6 %", a100_hbm / a100, 0.006, 0.07 },
		{ SYS, "33.6 MB are read", 4096.0 * 4096 * 2 / million, 33.6, 0.002 },
		{ SYS, "for 33.6 million FLOPs", 2 * 4096.0 * 4096, 33.6 * million, 0.002 },
		{ SYS, "fused it is 3 times as fast", 6 / 2.0, 3, 0 },
		{ SYS, "that is 0.6 ms", 6 * 100 * million * 2 / a100_hbm * 1e3, 0.6, 1e-9 },
		{ SYS, "against 0.2 ms", 2 * 100 * million * 2 / a100_hbm * 1e3, 0.2, 1e-9 },
		{ SYS, "is 288 launches", 24 * 12, 288, 0 },
		{ SYS, "at 10 microseconds 2.9 ms", 288 * 10e-3, 2.9, 0.01 },
		{ SYS, "reads 2 GB in 1.0 ms", 2 * GB / a100_hbm * 1e3, 1.0, 1e-9 },
		{ SYS, "about a third of the bound", 1.0 / 2.88, 1.0 / 3, 0.05 },
		{ SYS, "400 Gbit/s gives 50 GB/s", 400 / 8.0, 50, 0 },
		{ SYS, "6 to 9 times less", a100_link / 50e9, 6, 1e-9 },
		{ SYS, "6 to 9 times less", h100_link / 50e9, 9, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_communication_hold)
{
	const double hide = 3.5 / a100_link * 0.4 * a100 / 4;
	const struct figure s[] = {
		{ SYS, "= 0.55 s. With", ring(64) * 14 / 50, 0.55, 0.005 },
		{ SYS, "the first is 1.3 ms", 2 * 63 * 10e-3, 1.3, 0.035 },
		{ SYS, "1 MB takes 0.04 ms by bandwidth", ring(64) * 1e6 / 50e9 * 1e3, 0.04, 0.02 },
		{ SYS, "here 12 or 0.12 ms", 2 * log2(64), 12, 0 },
		{ SYS, "12 or 0.12 ms", 2 * log2(64) * 10e-3, 0.12, 1e-9 },
		{ SYS, "3.5 bytes are sent in bf16", ring(8) * 2, 3.5, 1e-9 },
		{ SYS, "T \\ge 364", hide, 364, 1e-9 },
		{ SYS, "At 25 GB/s per rank it is 4,368", hide * a100_link / 25e9, 4368, 1e-9 },
		{ SYS, "= 133 TFLOP/s", 6 * 6.74e9 * 3300 / trillion, 133, 0.004 },
		{ SYS, "an MFU of 42.8 %", 6 * 6.74e9 * 3300 / a100, 0.428, 0.001 },
		{ SYS, "hardware utilisation is 57 %", 8 * 6.74e9 * 3300 / a100, 0.57, 0.002 },
		{ SYS, "for a step of 10.0 s", 4.9 + 1.4 + 1.8 + 1.1 + 0.8, 10.0, 1e-9 },
		{ SYS, "against 4.9 s", 10.0 * 22 / 45, 4.9, 0.003 },
		{ SYS, "The speed-up is 6.25 of 8", 10.0 / 1.6, 6.25, 1e-9 },
		{ SYS, "of 8: strong efficiency 78 %", 10.0 / 1.6 / (512.0 / 64), 0.78, 0.002 },
		{ SYS, "a speed-up of 39.3 on 64", 1 / (0.01 + 0.99 / 64), 39.3, 0.001 },
		{ SYS, "on 64 devices (61 %)", 1 / (0.01 + 0.99 / 64) / 64, 0.61, 0.01 },
		{ SYS, "never more than 100", 1 / 0.01, 100, 1e-9 },
		{ SYS, "steps are 1.25 times the minimum", 1 + 1 / (5.0 - 1), 1.25, 1e-9 },
		{ SYS, "the minimum, samples 5 times", 4 * 1.25, 5, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

/* The best interval between checkpoints in hours, and what it wastes. */
static double interval(double save, double between)
{
	return sqrt(2 * save * between);
}

static double waste(double save, double between)
{
	double t = interval(save, between);
	return save / t + t / (2 * between);
}

static double minhash(double similarity)
{
	return 1 - pow(1 - pow(similarity, 8), 20);
}

TEST(figures_of_long_runs_hold)
{
	const double between = 50000.0 / 1024, fails = 60 * 24 / (50000.0 / 4096);
	const struct figure s[] = {
		{ SYS, "8 ranks are held up in 0.8 %", 1 - pow(0.999, 8), 0.008, 0.005 },
		{ SYS, "1,024 ranks in 64 %", 1 - pow(0.999, 1024), 0.64, 0.005 },
		{ SYS, "for 1,024 ranks 3.7 standard deviations", sqrt(2 * log(1024)), 3.7, 0.01 },
		{ SYS, "4,096 fail every 12.2 hours", 50000.0 / 4096, 12.2, 0.002 },
		{ SYS, "failures about twice a day", 24 / (50000.0 / 4096), 2, 0.03 },
		{ SYS, "about 118 interruptions in 60 days", fails, 118, 0.002 },
		{ SYS, "that would be 10 days", fails * 2 / 24, 10, 0.02 },
		{ SYS, "are 29.5 hours of 1,440", 118 / 4.0, 29.5, 1e-9 },
		{ SYS, "29.5 hours of 1,440: 2 %", 29.5 / (60 * 24), 0.02, 0.03 },
		{ SYS, "$M$ = 48.8 hours", between, 48.8, 0.001 },
		{ SYS, "= 1.80 hours", interval(2 / 60.0, between), 1.80, 0.003 },
		{ SYS, "the waste is 3.7 %", waste(2 / 60.0, between), 0.037, 0.005 },
		{ SYS, "= 0.52 hours and 1.1 %", interval(10 / 3600.0, between), 0.52, 0.003 },
		{ SYS, "0.52 hours and 1.1 %", waste(10 / 3600.0, between), 0.011, 0.04 },
		{ SYS, "raises the waste by 25 %", (2 + 0.5) / 2 - 1, 0.25, 1e-9 },
		{ SYS, "the interval halves, the waste doubles", waste(0.01, 10) / waste(0.01, 40),
			2, 1e-9 },
		{ SYS, "some 40,000 times the bytes of text", 2500 * 110e3 / (3300 * 2.0), 40000,
			0.05 },
		{ SYS, "are 20,000 a second", 8 * 2500, 20000, 0 },
		{ SYS, "that is 2.2 GB/s from storage", 20000 * 110e3 / GB, 2.2, 1e-9 },
		{ SYS, "it takes 160 cores", 20000 * 0.008, 160, 1e-9 },
		{ SYS, "are 3.4 MB/s", 512 * 3300 * 2 / million, 3.4, 0.01 },
		{ SYS, "With a vocabulary up to 65,536", pow(2, 16), 65536, 0 },
		{ SYS, "One trillion tokens are 2 TB or 4 TB", trillion * 2 / 1e12, 2, 0 },
		{ SYS, "= 0.69:", pow(1 / 20.0, 1 / 8.0), 0.69, 0.005 },
		{ SYS, "| 0.5 | 0.075 |", minhash(0.5), 0.075, 0.005 },
		{ SYS, "| 0.7 | 0.695 |", minhash(0.7), 0.695, 0.001 },
		{ SYS, "| 0.8 | 0.975 |", minhash(0.8), 0.975, 0.001 },
		{ SYS, "| 0.9 | 0.99999 |", minhash(0.9), 0.99999, 1e-5 },
		{ SYS, "would be $5 \\cdot 10^{17}$ comparisons", billion * (billion - 1) / 2, 5e17,
			1e-6 },
		{ SYS, "signatures are 160 numbers", 20 * 8, 160, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_scaling_laws_and_adapters_hold)
{
	const double n = sqrt(1e23 / 120), quantised = 4 + 8.0 / 64 + 32.0 / (64 * 256);
	const double served =
		(6 * 14 * billion * 2 * trillion - 1e23) / (2 * (28.9 - 14) * billion);
	const struct figure s[] = {
		{ SYS, "$C = 120N^2$", 6 * 20, 120, 0 },
		{ SYS, "$N$ = 28.9 billion", n, 28.9 * billion, 0.002 },
		{ SYS, "$D$ = 577 billion tokens", 20 * n, 577 * billion, 0.001 },
		{ SYS, "10 times the parameters and 10 times the tokens", sqrt(100), 10, 0 },
		{ SYS, "28.9 billion parameters and 577 billion tokens cost $10^{23}$",
			6 * 28.9e9 * 577e9, 1e23, 0.001 },
		{ SYS, "$1.68 \\cdot 10^{23}$, two thirds more", 6 * 14 * billion * 2 * trillion,
			1.68e23, 1e-9 },
		{ SYS, "two thirds more. They", 1.68 - 1, 2.0 / 3, 0.03 },
		{ SYS, "T = 2.3 \\cdot 10^{12}", served, 2.3e12, 0.01 },
		{ SYS, "2.3 trillion served tokens", served, 2.3 * trillion, 0.01 },
		{ SYS, "is there in 228 days", served / (10 * billion), 228, 0.002 },
		{ SYS, "= 0.5 bit.", 32.0 / 64, 0.5, 0 },
		{ SYS, "= 4.127 \\text{ bits}", quantised, 4.127, 1e-4 },
		{ SYS, "at 4.127 bits | 36.1 |", 70 * quantised / 8, 36.1, 0.001 },
		{ SYS, "fp32 scales (4.5 bits) | 39.4 |", 70 * 4.5 / 8, 39.4, 0.001 },
		{ SYS, "0.2 billion at 16 bytes | 3.2 |", 0.2 * 16, 3.2, 1e-9 },
		{ SYS, "base in bf16 | 140 |", 70 * 2, 140, 0 },
		{ SYS, "fit one 48 GB device", 70 * quantised / 8 + 0.2 * 16 < 48, 1, 0 },
		{ SYS, "14 of 16 bytes a parameter", 16 - 2, 14, 0 },
		{ SYS, "| Weights | 14 GB | 14 GB | 3.6 GB |", 7 * quantised / 8, 3.6, 0.005 },
		{ SYS, "| Gradients and optimiser | 98 GB |", 14 * 7, 98, 0 },
		{ SYS, "0.64 GB (adapters, all states)", 40 * million * 16 / GB, 0.64, 1e-9 },
		{ SYS, "Hence a third less compute", 1 - 4.0 / 6, 1.0 / 3, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_inference_hold)
{
	const double n = n_7b(), token = kv(32, 32, 2), a = 0.8;
	const double expected = (1 - pow(a, 5)) / (1 - a), latency = 0.4 + 299 * 0.03;
	const struct figure s[] = {
		{ SYS, "500,500 instead of 1,000", 1000 * 1001 / 2.0, 500500, 0 },
		{ SYS, "0.5 MiB a token, 2 GiB for 4,096", token / 1048576, 0.5, 0 },
		{ SYS, "2 GiB for 4,096 tokens", token * 4096 / GiB, 2, 0 },
		{ SYS, "| FLOPs | 27 TFLOP |", 2 * n * 2000 / trillion, 27, 0.003 },
		{ SYS, "| 27 TFLOP | 13.5 GFLOP |", 2 * n / billion, 13.5, 0.003 },
		{ SYS, "| 86 ms |", 2 * n * 2000 / a100 * 1e3, 86, 0.006 },
		{ SYS, "| 86 ms | 0.04 ms |", 2 * n / a100 * 1e3, 0.04, 0.1 },
		{ SYS, "| 13.5 GB | 13.5 GB |", 2 * n / GB, 13.5, 0.003 },
		{ SYS, "| 6.7 ms | 6.7 ms |", 2 * n / a100_hbm * 1e3, 6.7, 0.006 },
		{ SYS, "about 156 sequences on an A100", a100 / a100_hbm, 156, 1e-9 },
		{ SYS, "300 used waste 85 %", 1 - 300 / 2048.0, 0.85, 0.005 },
		{ SYS, "on average 7.5 slots", (0 + 15) / 2.0, 7.5, 0 },
		{ SYS, "3,200 slot-steps", 4 * 800, 3200, 0 },
		{ SYS, "for 1,170 tokens", 100 + 120 + 150 + 800, 1170, 0 },
		{ SYS, "tokens, 37 % useful", 1170 / 3200.0, 0.37, 0.015 },
		{ SYS, "$\\gamma = 4$: 3.36", expected, 3.36, 0.001 },
		{ SYS, "a round costs 1.2", 1 + 4 * 0.05, 1.2, 1e-9 },
		{ SYS, "the speed-up is 2.8", expected / 1.2, 2.8, 0.002 },
		{ SYS, "= 8.3e-5: 41 dB", pow(4 / 127.0, 2) / 12, 8.3e-5, 0.005 },
		{ SYS, "8.3e-5: 41 dB", -10 * log10(pow(4 / 127.0, 2) / 12), 41, 0.005 },
		{ SYS, "The step is 0.1;", 12.7 / 127, 0.1, 1e-9 },
		{ SYS, "= 4.125 bits", 4 + 16.0 / 128, 4.125, 0 },
		{ SYS, "= 9.37 s. One reader", latency, 9.37, 1e-9 },
		{ SYS, "33 tokens a second", 1 / 0.03, 33, 0.011 },
		{ SYS, "at 5 a second 47 are in flight", 5 * latency, 47, 0.005 },
		{ SYS, "2,150 tokens each", 2000 + 300 / 2.0, 2150, 0 },
		{ SYS, "that is 49 GiB of cache", 47 * 2150 * token / GiB, 49, 0.01 },
		{ SYS, "94 % of the prefill is saved", 1500 / 1600.0, 0.94, 0.003 },
		{ SYS, "takes 108 TFLOP", 2 * n * 8000 / trillion, 108, 0.003 },
		{ SYS, "of an A100's peak 0.58 s", 2 * n * 8000 / (0.6 * a100), 0.58, 0.01 },
		{ SYS, "a step does 6.9 TFLOP", 2 * n * 512 / trillion, 6.9, 0.002 },
		{ SYS, "6.9 TFLOP, 37 ms", 2 * n * 512 / (0.6 * a100) * 1e3, 37, 0.005 },
		{ SYS, "since 16 chunks share", ceil(8000 / 512.0), 16, 0 },
		{ SYS, "has 327,680 bytes a token, 1.31 GB", kv(80, 8, 2), 327680, 0 },
		{ SYS, "bytes a token, 1.31 GB", kv(80, 8, 2) * 4000 / GB, 1.31, 0.001 },
		{ SYS, "that is 26 ms", kv(80, 8, 2) * 4000 / 50e9 * 1e3, 26, 0.01 },
		{ SYS, "it would take a second", kv(80, 8, 2) * 4000 / 1.25e9, 1, 0.05 },
		{ SYS, "are 1.05 GB, about 42 ms", token * 2000 / GB, 1.05, 0.002 },
		{ SYS, "about 42 ms each way", token * 2000 / 25e9 * 1e3, 42, 0.002 },
		{ SYS, "against a prefill of about 0.14 s", 2 * n * 2000 / (0.6 * a100), 0.14,
			0.03 },
		{ SYS, "it is 0.25 MiB a token instead of 0.5", kv(32, 32, 1) / 1048576, 0.25, 0 },
		{ SYS, "per 32 values 5 bits", 4 + 2 * 16.0 / 32, 5, 0 },
		{ SYS, "5 bits, 0.16 MiB", kv(32, 32, 5.0 / 8) / 1048576, 0.16, 0.03 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_parameter_counting_hold)
{
	const double n = n_7b(), ends = 50257;
	const double grouped = 2 * d * d + 2 * d * 8 * 128 + 3 * 4096.0 * 14336,
		     words = 2 * 128256 * d;
	const struct figure s[] = {
		{ CALC, "6.74 billion: 202 million a layer", n, 6.74 * billion, 0.001 },
		{ CALC, "202 million a layer", layer_7b(), 202 * million, 0.003 },
		{ CALC, "and 262 million in the two", 2 * V * d, 262 * million, 0.001 },
		{ CALC, "| 67,108,864 |", 4 * d * d, 67108864, 0 },
		{ CALC, "| 135,266,304 |", 3 * d * f, 135266304, 0 },
		{ CALC, "| 6,476,005,376 |", 32 * layer_7b(), 6476005376.0, 0 },
		{ CALC, "| 262,144,000 |", 2 * V * d, 262144000, 0 },
		{ CALC, "| 266,240 |", (2 * L + 1) * d, 266240, 0 },
		{ CALC, "| 6,738,415,616 |", n, 6738415616.0, 0 },
		{ CALC, "= 6.44 billion, which is 4.4 % too low", 12 * L * d * d, 6.44 * billion,
			0.001 },
		{ CALC, "which is 4.4 % too low", 1 - 12 * L * d * d / n, 0.044, 0.005 },
		{ CALC, "the vocabulary (3.9 %)", 2 * V * d / n, 0.039, 0.005 },
		{ CALC, "from $8d/3$ = 10,923", 8 * d / 3, 10923, 1e-4 },
		{ CALC, "16.8$ million", d * d, 16.8 * million, 0.002 },
		{ CALC, "Norms are 0.004 %", (2 * L + 1) * d / n, 0.00004, 0.02 },
		{ CALC, "= 12.6 billion and 0.3 for the vocabulary", 12 * 40 * 5120.0 * 5120,
			12.6 * billion, 0.002 },
		{ CALC, "and 0.3 for the vocabulary", 2 * V * 5120, 0.3 * billion, 0.1 },
		{ CALC, "1.739 \\cdot 10^{11}", 12 * 96 * 12288.0 * 12288, 1.739e11, 0.001 },
		{ CALC, "adds $V\\,d$ = 0.62 billion", ends * 12288, 0.62 * billion, 0.005 },
		{ CALC, "174.6 billion in all", 12 * 96 * 12288.0 * 12288 + ends * 12288,
			174.6 * billion, 0.001 },
		{ CALC, "| 84.9 million |", 12 * 12 * 768.0 * 768, 84.9 * million, 0.001 },
		{ CALC, "| 38.6 million |", ends * 768, 38.6 * million, 0.001 },
		{ CALC, "| 38.6 million | 31 % |",
			ends * 768 / (12 * 12 * 768.0 * 768 + ends * 768), 0.31, 0.01 },
		{ CALC, "| 0.21 billion | 3.1 % |", ends * d / (12 * L * d * d + ends * d), 0.031,
			0.005 },
		{ CALC, "| 6.44 billion | 0.21 billion |", ends * d, 0.21 * billion, 0.03 },
		{ CALC, "| 173.9 billion |", 12 * 96 * 12288.0 * 12288, 173.9 * billion, 0.001 },
		{ CALC, "| 0.62 billion | 0.35 % |", ends * 12288 / 174.6e9, 0.0035, 0.012 },
		{ CALC, "gives 124 million", 12 * 12 * 768.0 * 768 + (ends + 1024) * 768,
			124 * million, 0.004 },
		{ CALC, "8.03 billion. Key and value", 32 * grouped + words + 65 * d,
			8.03 * billion, 0.001 },
		{ CALC, "| 33.6 million |", 2 * d * d, 33.6 * million, 0.002 },
		{ CALC, "| 8.4 million |", 2 * d * 8 * 128, 8.4 * million, 0.002 },
		{ CALC, "| 176.2 million |", 3 * 4096.0 * 14336, 176.2 * million, 0.001 },
		{ CALC, "| 218.1 million |", grouped, 218.1 * million, 0.001 },
		{ CALC, "| 6.98 billion |", 32 * grouped, 6.98 * billion, 0.001 },
		{ CALC, "| 1.05 billion |", words, 1.05 * billion, 0.002 },
		{ CALC, "= 201.3 million per layer", 12 * d * d, 201.3 * million, 0.001 },
		{ CALC, "is only 8 % below 218.1", 1 - 12 * d * d / grouped, 0.08, 0.05 },
		{ CALC, "$2.5\\,d^2$ instead of $4d^2$", (2 * d * d + 2 * d * 1024) / (d * d), 2.5,
			0 },
		{ CALC, "$10.5\\,d^2$ instead of $8d^2$", 3 * 4096.0 * 14336 / (d * d), 10.5, 0 },
		{ CALC, "saves 25.2 million a layer", 2 * d * (d - 1024), 25.2 * million, 0.002 },
		{ CALC, "in weights, 0.8 billion in all", 32 * 2 * d * (d - 1024), 0.8 * billion,
			0.01 },
		{ CALC, "The vocabulary is 13 %", words / (32 * grouped + words), 0.13, 0.01 },
		{ CALC, "Only its output half, 6.5 %", words / 2 / (32 * grouped + words), 0.065,
			0.01 },
		{ CALC, "is read: 7.5 billion", 32 * grouped + words / 2, 7.5 * billion, 0.002 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_state_and_activations_hold)
{
	const double n = n_7b(), flops = 6 * n * 2 * trillion, sd = 2048 * d;
	const double left = 80 - 16 * n / 8 / GB - 2 * layer_7b() * 2 / GB - 8;
	const double all = 34 * d * d * L / GB, again = (2 * L + 34) * d * d / GB,
		     logits = 8 * d * V / GB;
	const struct figure s[] = {
		{ CALC, "= 107.8 \\text{ GB}", 16 * n / GB, 107.8, 0.001 },
		{ CALC, "fragmentation: 72 GB", 0.9 * 80, 72, 1e-9 },
		{ CALC, "52 GB remain for state", 0.9 * 80 - 20, 52, 1e-9 },
		{ CALC, "| 107.8 GB | 2.07 |", 16 * n / GB / 52, 2.07, 0.002 },
		{ CALC, "| 4 | 27.0 GB |", 16 * n / GB / 4, 27.0, 0.002 },
		{ CALC, "| 1,120 GB | 21.5 |", 1120 / 52.0, 21.5, 0.002 },
		{ CALC, "| 24 | 46.7 GB |", 1120 / 24.0, 46.7, 0.001 },
		{ CALC, "53.9 GB each leaves 18", 16 * n / GB / 2, 53.9, 0.001 },
		{ CALC, "each leaves 18", 72 - 16 * n / GB / 2, 18, 0.01 },
		{ CALC, "= 4.6 years", flops / (4 * 0.45 * a100) / year, 4.6, 0.01 },
		{ CALC, "13.5 GB frozen weights and 0.6 GB", 2 * n / GB, 13.5, 0.002 },
		{ CALC, "and 0.6 GB for 40 million", 16 * 40 * million / GB, 0.6, 0.07 },
		{ CALC, "121 GB for the 7B", 18 * n / GB, 121, 0.003 },
		{ CALC, "2 + 8 + 8 + 1 = 19 sbd", 2 + 8 + 8 + 1, 19, 0 },
		{ CALC, "34 sbd + 5 a s² b", 2 + 4 + 2 + 3 + 19 + 4, 34, 0 },
		{ CALC, "$34 + 80 = 114$", 34 + 5 * 32 * 2048 / d, 114, 0 },
		{ CALC, "a layer keeps 956 MB", 114 * sd / million, 956, 0.001 },
		{ CALC, "32 layers 30.6 GB", 32 * 114 * sd / GB, 30.6, 0.001 },
		{ CALC, "More than two thirds are scores", 80 / 114.0 > 2 / 3.0, 1, 0 },
		{ CALC, "285 MB a layer", 34 * sd / million, 285, 0.001 },
		{ CALC, "a layer, 9.1 GB in all", 32 * 34 * sd / GB, 9.1, 0.005 },
		{ CALC, "= 16.8 MB a layer", 2 * sd / million, 16.8, 0.002 },
		{ CALC, "16.8 MB a layer, 0.54 GB", 32 * 2 * sd / GB, 0.54, 0.01 },
		{ CALC, "worked on: 0.82 GB", (32 * 2 + 34) * sd / GB, 0.82, 0.005 },
		{ CALC, "= 870 tokens", 34 * d / (5 * 32), 870, 0.001 },
		{ CALC, "$107.8/8$ = 13.5 GB", 16 * n / 8 / GB, 13.5, 0.002 },
		{ CALC, "Gathered weights of two layers: 0.81 GB", 2 * layer_7b() * 2 / GB, 0.81,
			0.002 },
		{ CALC, "Of 80 GB 57.7 remain", left, 57.7, 0.001 },
		{ CALC, "| 18.3 |", all, 18.3, 0.003 },
		{ CALC, "| 1.64 |", again, 1.64, 0.003 },
		{ CALC, "| 1.05 |", logits, 1.05, 0.002 },
		{ CALC, "$57.7/19.3$ = 2.99", left / (all + logits), 2.99, 0.001 },
		{ CALC, "$57.7/2.69$ = 21.4", left / (again + logits), 21.4, 0.002 },
		{ CALC, "$57.7/18.3$ = 3.16", left / all, 3.16, 0.002 },
		{ CALC, "Two sequences are 8,192 tokens", 2 * 4096, 8192, 0 },
		{ CALC, "a step takes about 2.4 s", 6 * n * 8192 / (0.45 * a100), 2.4, 0.02 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_training_time_hold)
{
	const double n = n_7b(), flops = 6 * n * 2 * trillion, rate = 0.45 * a100 / (6 * n);
	const double budget = 64 * 30 * day * h100 * 0.40;
	const struct figure s[] = {
		{ CALC, "= 8.09 \\cdot 10^{22}$$", flops, 8.09e22, 0.001 },
		{ CALC, "= 15.9\\,\\%", 12 * L * d * 4096 / (6 * n), 0.159, 0.003 },
		{ CALC, "Half of it, 8.0 %", 12 * L * d * 4096 / (6 * n) / 2, 0.080, 0.005 },
		{ CALC, "$s = 6d$ = 24,576 tokens", 6 * d, 24576, 0 },
		{ CALC, "its 131 million parameters are 1.9 % too much", V * d, 131 * million,
			0.001 },
		{ CALC, "are 1.9 % too much", V * d / n, 0.019, 0.025 },
		{ CALC, "= 2.25 \\cdot 10^6", flops / (256 * 0.45 * a100), 2.25e6, 0.001 },
		{ CALC, "= 26.0 \\text{ days}", flops / (256 * 0.45 * a100) / day, 26.0, 0.002 },
		{ CALC, "that is 160,000", flops / (0.45 * a100) / 3600, 160000, 0.001 },
		{ CALC, "3{,}473 \\text{ tokens per second}", rate, 3473, 0.001 },
		{ CALC, "= 2.25 million s", 2 * trillion / (256 * 3473.0), 2.25 * million, 0.001 },
		{ CALC, "at 40 % it takes 9.2 days", flops / (256 * 0.40 * h100) / day, 9.2,
			0.005 },
		{ CALC, "the peak is 3.2 times higher", h100 / a100, 3.2, 0.01 },
		{ CALC, "the 26.0 days become 27.4", flops / (256 * 0.45 * a100) / day / 0.95, 27.4,
			0.002 },
		{ CALC, "500,000 steps", 2 * trillion / (4 * million), 500000, 0 },
		{ CALC, "= 889,000 tokens per second", 256 * rate, 889000, 0.001 },
		{ CALC, "so 4.5 s", 4 * million / (256 * rate), 4.5, 0.001 },
		{ CALC, "| A100 | 45 % | 317 |", flops / (21 * day * 0.45 * a100), 317, 0.002 },
		{ CALC, "| 317 | 352 (44 nodes) |",
			8 * ceil(1.1 * flops / (21 * day * 0.45 * a100) / 8), 352, 0 },
		{ CALC, "352 (44 nodes)", 352 / 8.0, 44, 0 },
		{ CALC, "| H100 | 40 % | 113 |", flops / (21 * day * 0.40 * h100), 113, 0.004 },
		{ CALC, "| 113 | 128 (16 nodes) |",
			8 * ceil(1.1 * flops / (21 * day * 0.40 * h100) / 8), 128, 0 },
		{ CALC, "128 (16 nodes)", 128 / 8.0, 16, 0 },
		{ CALC, "have 11,400 tokens each", 4 * million / 352, 11400, 0.004 },
		{ CALC, "about 3.3 s of work", 4 * million / 352 / rate, 3.3, 0.01 },
		{ CALC, "it would be 1,000 tokens", 4 * million / 4000, 1000, 0 },
		{ CALC, "are 4 TB, cleaned", 2 * trillion * 2 / 1e12, 4, 0 },
		{ CALC, "= 6.56 \\cdot 10^{22}", budget, 6.56e22, 0.001 },
		{ CALC, "$N$ = 23.4 billion", sqrt(budget / 120), 23.4 * billion, 0.001 },
		{ CALC, "About 23 billion parameters on 470 billion", sqrt(budget / 120),
			23 * billion, 0.02 },
		{ CALC, "= 468 billion", 20 * sqrt(budget / 120), 468 * billion, 0.001 },
		{ CALC, "= 1.37 trillion", budget / (6 * 8 * billion), 1.37 * trillion, 0.003 },
		{ CALC, "171 tokens a parameter", budget / (6 * 8 * billion) / (8 * billion), 171,
			0.002 },
		{ CALC, "each served token costs a third", 8 / 23.4, 1 / 3.0, 0.03 },
		{ CALC, "= 374 GB over 64 devices", 16 * 23.4, 374, 0.002 },
		{ CALC, "is 5.8 GB each", 16 * 23.4 / 64, 5.8, 0.01 },
		{ CALC, "plan for 27 of the 30 days", 0.9 * 30, 27, 1e-9 },
		{ CALC, "are about 2 TB of raw text", 468e9 * 4 / 1e12, 2, 0.07 },
		{ CALC, "Both together cost 1.1 %", 0.001 + 0.01, 0.011, 1e-9 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_caches_hold)
{
	const double weights = 2 * n_7b(), token = kv(32, 32, 2), long_one = kv(80, 8, 2) * 131072;
	const struct figure s[] = {
		{ CALC, "= 524{,}288 \\text{ bytes}", token, 524288, 0 },
		{ CALC, "| One token | 0.5 MiB |", token / 1048576, 0.5, 0 },
		{ CALC, "| 4,096 tokens | 2 GiB |", token * 4096 / GiB, 2, 0 },
		{ CALC, "| 32 GiB = 34.4 GB |", 16 * token * 4096 / GiB, 32, 0 },
		{ CALC, "32 GiB = 34.4 GB", 16 * token * 4096 / GB, 34.4, 0.002 },
		{ CALC, "| Weights in bf16 | 13.5 GB |", weights / GB, 13.5, 0.002 },
		{ CALC, "seven such sequences (15.0 GB)", 7 * token * 4096 / GB, 15.0, 0.003 },
		{ CALC, "$4\\,L\\,d$ bytes", token / (L * d), 4, 0 },
		{ CALC, "| 8 KV heads | 128 KiB |", kv(32, 8, 2) / 1024, 128, 0 },
		{ CALC, "| 1 KV head | 16 KiB |", kv(32, 1, 2) / 1024, 16, 0 },
		{ CALC, "| int8 cache | 256 KiB |", kv(32, 32, 1) / 1024, 256, 0 },
		{ CALC, "| 8 KV heads and int8 | 64 KiB |", kv(32, 8, 1) / 1024, 64, 0 },
		{ CALC, "1/26,000 of the weights", weights / token, 26000, 0.015 },
		{ CALC, "327{,}680 \\text{ bytes per token}", kv(80, 8, 2), 327680, 0 },
		{ CALC, "= 42.9 \\text{ GB} = 40", long_one / GB, 42.9, 0.002 },
		{ CALC, "= 40 \\text{ GiB}", long_one / GiB, 40, 0 },
		{ CALC, "With 8 KV heads 43 GB", long_one / GB, 43, 0.003 },
		{ CALC, "with 64 it would be 344 GB", 8 * long_one / GB, 344, 0.002 },
		{ CALC, "more than four A100 hold", 8 * long_one / GB > 4 * 80, 1, 0 },
		{ CALC, "one KV head, 5.4 GB", long_one / 8 / GB, 5.4, 0.01 },
		{ CALC, "reads it in 2.7 ms", long_one / 8 / a100_hbm * 1e3, 2.7, 0.01 },
		{ CALC, "17.5 GB per GPU) take 8.75 ms", 70 * 2 / 8.0, 17.5, 0 },
		{ CALC, "per GPU) take 8.75 ms", 17.5 * GB / a100_hbm * 1e3, 8.75, 1e-9 },
		{ CALC, "than the weights: 10.7 ms", 4 * long_one / 8 / a100_hbm * 1e3, 10.7,
			0.005 },
		{ CALC, "| int8 | 21.5 GB |", long_one / 2 / GB, 21.5, 0.002 },
		{ CALC, "(5 bits) | 13.4 GB |", long_one * 5 / 16 / GB, 13.4, 0.002 },
		{ CALC, "in three of four layers | 12.8 GB |",
			(long_one / 4 + kv(60, 8, 2) * 8192) / GB, 12.8, 0.005 },
		{ CALC, "keeps all, 10.7 GB", long_one / 4 / GB, 10.7, 0.005 },
		{ CALC, "8,192 tokens, 2.0 GB", kv(60, 8, 2) * 8192 / GB, 2.0, 0.01 },
		{ CALC, "= 18,350 TFLOP", 2 * 70e9 * 131072 / trillion, 18350, 0.001 },
		{ CALC, "on 8 A100 at 60 % 12.3 s", 2 * 70e9 * 131072 / (8 * 0.6 * a100), 12.3,
			0.005 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_serving_hold)
{
	const double weights = 2 * n_7b(), each = kv(32, 32, 2) * 2000, room = 72 * GB - weights;
	const double user = kv(80, 8, 2) * 4096, small = 70e9 * 4.125 / 8;
	const struct figure s[] = {
		{ CALC, "that 58.5 GB are left", room / GB, 58.5, 0.001 },
		{ CALC, "| 32 | 1.05 GB | 55 |", each / GB, 1.05, 0.002 },
		{ CALC, "1.05 GB | 55 |", floor(room / each), 55, 0 },
		{ CALC, "| 0.262 GB | 223 |", each / 4 / GB, 0.262, 0.002 },
		{ CALC, "0.262 GB | 223 |", floor(room / each * 4), 223, 0 },
		{ CALC, "| 0.131 GB | 446 |", each / 8 / GB, 0.131, 0.002 },
		{ CALC, "0.131 GB | 446 |", floor(room / each * 8), 446, 0 },
		{ CALC, "the mean is 1,500 and a third more fit", 2000.0 / 1500 - 1, 1 / 3.0,
			1e-9 },
		{ CALC, "$13.5 + 57.7$ = 71.1 GB", (weights + 55 * each) / GB, 71.1, 0.001 },
		{ CALC, "71.1 GB, 35.6 ms at least", (weights + 55 * each) / a100_hbm * 1e3, 35.6,
			0.001 },
		{ CALC, "72 GB at 2.0 TB/s are 36 ms", 72 * GB / a100_hbm * 1e3, 36, 1e-9 },
		{ CALC, "20 ms per token 40 GB may be read", 0.020 * a100_hbm / GB, 40, 1e-9 },
		{ CALC, "= 25 sequences", floor((40 * GB - weights) / each), 25, 0 },
		{ CALC, "or 101 grouped", floor((40 * GB - weights) / each * 4), 101, 0 },
		{ CALC, "It frees 10 GB", weights * (1 - 4.125 / 16) / GB, 10, 0.005 },
		{ CALC, "65 sequences instead of 55",
			floor((72 * GB - weights * 4.125 / 16) / each), 65, 0 },
		{ CALC, "1.34 GB per user", user / GB, 1.34, 0.002 },
		{ CALC, "85.9 GB for 64", 64 * user / GB, 85.9, 0.001 },
		{ CALC, "36.1 GB in 4.125 bits", small / GB, 36.1, 0.001 },
		{ CALC, "| 2 | bf16 | 4 GB | 2 |", 2 * 72 - 140, 4, 0 },
		{ CALC, "bf16 | 4 GB | 2 |", floor(4 * GB / user), 2, 0 },
		{ CALC, "| 4 | bf16 | 148 GB | 110 |", 4 * 72 - 140, 148, 0 },
		{ CALC, "bf16 | 148 GB | 110 |", floor(148 * GB / user), 110, 0 },
		{ CALC, "| 1 | 4 bits | 35.9 GB |", 72 - small / GB, 35.9, 0.001 },
		{ CALC, "| 35.9 GB | 26 |", floor((72 * GB - small) / user), 26, 0 },
		{ CALC, "| 2 | 4 bits | 107.9 GB |", 144 - small / GB, 107.9, 0.001 },
		{ CALC, "| 107.9 GB | 80 |", floor((144 * GB - small) / user), 80, 0 },
		{ CALC, "| 80 | 30.5 ms |", (small + 64 * user) / 2 / a100_hbm * 1e3, 30.5, 0.002 },
		{ CALC, "$(140 + 85.9)/(4 \\cdot 2.0)$ = 28.2 ms",
			(140 * GB + 64 * user) / 4 / a100_hbm * 1e3, 28.2, 0.002 },
		{ CALC, "adds 160 all-reduces", 2 * 80, 160, 0 },
		{ CALC, "expect 38 to 50 ms", 28.2 / 0.8 + 2.5, 38, 0.01 },
		{ CALC, "38 to 50 ms", 28.2 / 0.6 + 2.5, 50, 0.02 },
	};
	figures_hold(s, LENGTH(s));
}

/* Bytes that a step of b sequences reads from the 7B, with `each` bytes of cache. */
static double step(double b, double each)
{
	return 2 * n_7b() + b * each;
}

TEST(figures_of_decoding_speed_hold)
{
	const double n = n_7b(), w = 2 * n, c = kv(32, 32, 2) * 2000, grouped = c / 4,
		     q = n * 4.125 / 8;
	const double share = w / (a100 / a100_hbm), token = kv(32, 32, 2);
	const struct figure s[] = {
		{ CALC, "| 6.74 ms, 148 per second |", w / a100_hbm * 1e3, 6.74, 0.001 },
		{ CALC, "6.74 ms, 148 per second", a100_hbm / w, 148, 0.003 },
		{ CALC, "| 4.02 ms, 249 per second |", w / h100_hbm * 1e3, 4.02, 0.001 },
		{ CALC, "4.02 ms, 249 per second", h100_hbm / w, 249, 0.002 },
		{ CALC, "| int8 | 6.74 GB | 3.37 ms", n / GB, 6.74, 0.001 },
		{ CALC, "3.37 ms, 297 per second", n / a100_hbm * 1e3, 3.37, 0.001 },
		{ CALC, ", 297 per second", a100_hbm / n, 297, 0.001 },
		{ CALC, "2.01 ms, 497 per second", n / h100_hbm * 1e3, 2.01, 0.001 },
		{ CALC, ", 497 per second", h100_hbm / n, 497, 0.001 },
		{ CALC, "| 4.125 bits | 3.47 GB |", q / GB, 3.47, 0.002 },
		{ CALC, "1.74 ms, 576 per second", q / a100_hbm * 1e3, 1.74, 0.002 },
		{ CALC, ", 576 per second", a100_hbm / q, 576, 0.001 },
		{ CALC, "1.04 ms, 964 per second", q / h100_hbm * 1e3, 1.04, 0.004 },
		{ CALC, ", 964 per second", h100_hbm / q, 964, 0.001 },
		{ CALC, "= 1.05 GB at 2,000 tokens", c / GB, 1.05, 0.002 },
		{ CALC, "8 % in bf16", c / w, 0.08, 0.03 },
		{ CALC, "30 % with 4-bit weights", c / q, 0.30, 0.01 },
		{ CALC, "= 13.5 GFLOP are 0.04 ms", w / a100 * 1e3, 0.04, 0.1 },
		{ CALC, "10 microseconds each 0.64 ms", 64 * 0.01, 0.64, 1e-9 },
		{ CALC, "13.48 + 1.049\\,b", w / GB, 13.48, 0.001 },
		{ CALC, "1.049\\,b", c / GB, 1.049, 0.001 },
		{ CALC, "| 1 | 14.5 | 7.3 ms | 138 |", step(1, c) / GB, 14.5, 0.002 },
		{ CALC, "14.5 | 7.3 ms | 138 |", step(1, c) / a100_hbm * 1e3, 7.3, 0.006 },
		{ CALC, "7.3 ms | 138 |", a100_hbm / step(1, c), 138, 0.003 },
		{ CALC, "| 8 | 21.9 | 10.9 ms | 732 |", step(8, c) / GB, 21.9, 0.002 },
		{ CALC, "21.9 | 10.9 ms | 732 |", step(8, c) / a100_hbm * 1e3, 10.9, 0.004 },
		{ CALC, "10.9 ms | 732 |", 8 * a100_hbm / step(8, c), 732, 0.001 },
		{ CALC, "| 32 | 47.0 | 23.5 ms | 1,361 |", step(32, c) / GB, 47.0, 0.001 },
		{ CALC, "47.0 | 23.5 ms | 1,361 |", step(32, c) / a100_hbm * 1e3, 23.5, 0.001 },
		{ CALC, "23.5 ms | 1,361 |", 32 * a100_hbm / step(32, c), 1361, 0.001 },
		{ CALC, "| 55 | 71.1 | 35.6 ms | 1,546 |", step(55, c) / GB, 71.1, 0.001 },
		{ CALC, "71.1 | 35.6 ms | 1,546 |", step(55, c) / a100_hbm * 1e3, 35.6, 0.001 },
		{ CALC, "35.6 ms | 1,546 |", 55 * a100_hbm / step(55, c), 1546, 0.001 },
		{ CALC, "cost 50 % more latency", step(8, c) / step(1, c) - 1, 0.50, 0.02 },
		{ CALC, "for 5.3 times the throughput", 8 * step(1, c) / step(8, c), 5.3, 0.005 },
		{ CALC, "costs 51 % more for 14 %", step(55, c) / step(32, c) - 1, 0.51, 0.01 },
		{ CALC, "more for 14 %", 55 / step(55, c) / (32 / step(32, c)) - 1, 0.14, 0.04 },
		{ CALC, "= 1,907 tokens per second", a100_hbm / c, 1907, 0.001 },
		{ CALC, "$b = 13.48/1.049 = 13$", w / c, 13, 0.02 },
		{ CALC, "64 sequences read 30.3 GB", step(64, grouped) / GB, 30.3, 0.003 },
		{ CALC, "30.3 GB, 15.1 ms", step(64, grouped) / a100_hbm * 1e3, 15.1, 0.002 },
		{ CALC, "4,231 tokens per second", 64 * a100_hbm / step(64, grouped), 4231, 0.001 },
		{ CALC, "= 0.74 TFLOP, 2.4 ms", w * 55 / trillion, 0.74, 0.003 },
		{ CALC, "0.74 TFLOP, 2.4 ms", w * 55 / a100 * 1e3, 2.4, 0.015 },
		{ CALC, "It needs 2.7 times the bandwidth", 400 * w / a100_hbm, 2.7, 0.003 },
		{ CALC, "= 5.4 \\text{ TB/s}", 400 * w / 1e12, 5.4, 0.003 },
		{ CALC, "needs 3.6 tokens a round", 400 * w / a100_hbm / 0.75, 3.6, 0.003 },
		{ CALC, "= 156 (H100: 295)", a100 / a100_hbm, 156, 1e-9 },
		{ CALC, "(H100: 295)", h100 / h100_hbm, 295, 0.001 },
		{ CALC, "$2N/156$ = 86.4 MB", share / million, 86.4, 0.001 },
		{ CALC, "has 0.524 MB a token", token / million, 0.524, 0.001 },
		{ CALC, "at 165 tokens of context", share / token, 165, 0.002 },
		{ CALC, "| 100 tokens | 52.4 MB | 397 |", 100 * token / million, 52.4, 0.001 },
		{ CALC, "52.4 MB | 397 |", w / (share - 100 * token), 397, 0.001 },
		{ CALC, "| 165 tokens | 86.5 MB | none is enough |", 165 * token / million, 86.5,
			0.001 },
		{ CALC, "8 KV heads | 13.1 MB | 184 |", 100 * token / 4 / million, 13.1, 0.001 },
		{ CALC, "13.1 MB | 184 |", w / (share - 100 * token / 4), 184, 0.001 },
		{ CALC, "the border is 659 tokens", share / (token / 4), 659, 0.001 },
		{ CALC, "they are 0.6 % of $2N$", 4 * L * d * 165 / w, 0.006, 0.08 },
	};
	figures_hold(s, LENGTH(s));
}

/* FLOPs of attention for a prompt of n tokens, under the causal mask. */
static double scores(double n)
{
	return 2 * L * d * n * n;
}

TEST(figures_of_prefill_and_communication_hold)
{
	const double n = n_7b(), speed = 0.6 * a100, grads = 2 * n, message = 32 * 8192.0 * 2;
	const double across = ring(16) * grads / 8 / 25e9, inside = ring(8) / 2 * grads / a100_link;
	const double reduce = 160 * (15e-3 + ring(8) * message / a100_link * 1e3),
		     eight = 8.75 + reduce;
	const struct figure s[] = {
		{ CALC, "Time at 187 TFLOP/s", speed / trillion, 187, 0.002 },
		{ CALC, "| 2,000 | 27.0 TFLOP | 1.05 TFLOP |", 2 * n * 2000 / trillion, 27.0,
			0.002 },
		{ CALC, "27.0 TFLOP | 1.05 TFLOP |", scores(2000) / trillion, 1.05, 0.002 },
		{ CALC, "1.05 TFLOP | 0.150 s |", (2 * n * 2000 + scores(2000)) / speed, 0.150,
			0.003 },
		{ CALC, "| 32,000 | 431 TFLOP |", 2 * n * 32000 / trillion, 431, 0.001 },
		{ CALC, "431 TFLOP | 268 TFLOP |", scores(32000) / trillion, 268, 0.002 },
		{ CALC, "268 TFLOP | 3.74 s |", (2 * n * 32000 + scores(32000)) / speed, 3.74,
			0.001 },
		{ CALC, "= 51,400 tokens", n / (L * d), 51400, 0.001 },
		{ CALC, "it is 38 % of the whole", scores(32000) / (scores(32000) + 2 * n * 32000),
			0.38, 0.01 },
		{ CALC, "costs 0.075 ms", (2 * n * 2000 + scores(2000)) / speed / 2000 * 1e3, 0.075,
			0.003 },
		{ CALC, "90 times as much", 6.74 / 0.075, 90, 0.002 },
		{ CALC, "in prefill, 3.9 % less", 2 * V * d / n, 0.039, 0.005 },
		{ CALC, "the 64 all-reduces of 16 MB", 2 * L, 64, 0 },
		{ CALC, "all-reduces of 16 MB", 2000 * d * 2 / million, 16, 0.025 },
		{ CALC, "Gradients in bf16 are 13.48 GB", grads / GB, 13.48, 0.001 },
		{ CALC, "= 78.6 \\text{ ms}", ring(8) * grads / a100_link * 1e3, 78.6, 0.001 },
		{ CALC, "eighth (1.685 GB)", grads / 8 / GB, 1.685, 0.001 },
		{ CALC, "= 39.3 + 126.4 + 39.3", inside * 1e3, 39.3, 0.001 },
		{ CALC, "39.3 + 126.4 + 39.3 = 205", across * 1e3, 126.4, 0.001 },
		{ CALC, "= 205 \\text{ ms}", (across + 2 * inside) * 1e3, 205, 0.001 },
		{ CALC, "= 1.57 s. Hidden", 4 * n * 8192 / (0.45 * a100), 1.57, 0.003 },
		{ CALC, "backward takes 98 ms", 4 * n * 512 / (0.45 * a100) * 1e3, 98, 0.005 },
		{ CALC, "at least half of the traffic stands out", 1 - 98 / 205.0 >= 0.5, 1, 0 },
		{ CALC, "Each rank sends 26.8 GB", ring(128) * grads / GB, 26.8, 0.003 },
		{ CALC, "set the pace: 1.07 s", ring(128) * grads / 25e9, 1.07, 0.001 },
		{ CALC, "are five times better", ring(128) * grads / 25e9 / (across + 2 * inside),
			5, 0.05 },
		{ CALC, "$140/8$ = 17.5 GB, 8.75 ms", 140 / 8.0, 17.5, 0 },
		{ CALC, "17.5 GB, 8.75 ms", 17.5 * GB / a100_hbm * 1e3, 8.75, 1e-9 },
		{ CALC, "32 sequences 5.4 GB or 2.7 ms", 32 * kv(80, 8, 2) * 4096 / 8 / GB, 5.4,
			0.01 },
		{ CALC, "5.4 GB or 2.7 ms", 32 * kv(80, 8, 2) * 4096 / 8 / a100_hbm * 1e3, 2.7,
			0.01 },
		{ CALC, "= 524 KB each", message / 1e3, 524, 0.001 },
		{ CALC, "= 3.1 \\text{ microseconds}", ring(8) * message / a100_link * 1e6, 3.1,
			0.015 },
		{ CALC, "times 160: 2.9 ms", reduce, 2.9, 0.01 },
		{ CALC, "| Sum without cache | 11.6 |", eight, 11.6, 0.005 },
		{ CALC, "| Share of communication | 25 % |", reduce / eight, 0.25, 0.01 },
		{ CALC, "from 20.4 to 11.6 ms", 17.5 + reduce, 20.4, 0.002 },
		{ CALC, "a speed-up of 1.75", (17.5 + reduce) / eight, 1.75, 0.005 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_bubbles_checkpoints_and_adapters_hold)
{
	const double n = n_7b(), attention = 4 * 16 * (4096.0 + 4096),
		     mlp = 3 * 16 * (4096.0 + 11008);
	const double adapters = 32 * (attention + mlp);
	const struct figure s[] = {
		{ CALC, "133 without interleaving", 7 * (1 - 0.05) / 0.05, 133, 1e-9 },
		{ CALC, "7 \\cdot 19 = 133", 7 * 19, 133, 0 },
		{ CALC, "= 33.25", 7 / 4.0 * 19, 33.25, 0 },
		{ CALC, "34 with four chunks", ceil(7 / 4.0 * 19), 34, 0 },
		{ CALC, "in practice 40", 8 * ceil(33.25 / 8), 40, 0 },
		{ CALC, "each pipeline has 64", 1024 / 16.0, 64, 0 },
		{ CALC, "$7/71$ = 9.9 % plain", 7 / (64.0 + 7), 0.099, 0.005 },
		{ CALC, "$1.75/65.75$ = 2.7 %", 1.75 / (64 + 1.75), 0.027, 0.015 },
		{ CALC, "there are 32: 17.9 %", 7 / (32.0 + 7), 0.179, 0.004 },
		{ CALC, "17.9 % and 5.2 %", 1.75 / (32 + 1.75), 0.052, 0.004 },
		{ CALC, "| 80.9 GB | 840 GB |", 12 * n / GB, 80.9, 0.001 },
		{ CALC, "80.9 GB | 840 GB |", 12 * 70, 840, 0 },
		{ CALC, "| 94.3 GB | 980 GB |", 14 * n / GB, 94.3, 0.001 },
		{ CALC, "94.3 GB | 980 GB |", 14 * 70, 980, 0 },
		{ CALC, "| To serve, 2 bytes | 13.5 GB | 140 GB |", 2 * n / GB, 13.5, 0.002 },
		{ CALC, "at 2 GB/s 420 s", 840 / 2.0, 420, 0 },
		{ CALC, "its shard at 2 GB/s 6.6 s", 840 / (64 * 2.0), 6.6, 0.007 },
		{ CALC, "$840/512$ = 1.64 GB", 840 / 512.0, 1.64, 0.001 },
		{ CALC, "at 25 GB/s, 0.07 s", 840 / 512.0 / 25, 0.07, 0.07 },
		{ CALC, "of a month are 720", 24 * 30, 720, 0 },
		{ CALC, "605 TB at 840 GB", 720 * 840 / 1e3, 605, 0.001 },
		{ CALC, "= 524,288 |", attention, 524288, 0 },
		{ CALC, "= 724,992 |", mlp, 724992, 0 },
		{ CALC, "| 16.8 million |", 32 * attention, 16.8 * million, 0.002 },
		{ CALC, "| 23.2 million |", 32 * mlp, 23.2 * million, 0.001 },
		{ CALC, "| 1,249,280 | 40.0 million |", attention + mlp, 1249280, 0 },
		{ CALC, "1,249,280 | 40.0 million |", adapters, 40.0 * million, 0.001 },
		{ CALC, "0.25 % and 0.59 %", 32 * attention / n, 0.0025, 0.005 },
		{ CALC, "and 0.59 % of the model", adapters / n, 0.0059, 0.006 },
		{ CALC, "= 0.64 GB, against 107.8 GB", 16 * adapters / GB, 0.64, 0.001 },
		{ CALC, "in bf16 is 80 MB", 2 * adapters / million, 80, 0.001 },
		{ CALC, "a hundred customers are 8 GB", 100 * 2 * adapters / GB, 8, 0.001 },
		{ CALC, "Adapters add 0.6 %", adapters / n, 0.006, 0.02 },
		{ CALC, "would need rank 38", adapters / (32 * attention / 16), 38, 0.005 },
		{ CALC, "rank 64 on all is 160 million", 4 * adapters, 160 * million, 0.001 },
		{ CALC, "160 million, 2.6 GB with states", 16 * 4 * adapters / GB, 2.6, 0.02 },
		{ CALC, "98,304 less per layer", 2 * 16 * (8192.0 - (4096 + 1024)), 98304, 0 },
	};
	figures_hold(s, LENGTH(s));
}

/* What answers say first, rounded for the ear. */
TEST(figures_that_are_said_first_hold)
{
	const double n = n_7b(), prompt = 0.6 * a100, grads = 2 * n;
	const double levels = ring(8) * grads / a100_link + ring(16) * grads / 8 / 25e9;
	const struct figure s[] = {
		{ SYS, "keeps the overhead below 25 %", 1 / 4.0, 0.25, 0 },
		{ SYS, "one who reports 43 %", 6 * 6.74e9 * 3300 / a100, 0.43, 0.006 },
		{ SYS, "Over 10 Gbit/s, 1.25 GB/s", 10 / 8.0, 1.25, 0 },
		{ CALC, "a parameter, 108 GB for the 7B", 16 * n / GB, 108, 0.002 },
		{ CALC, "26 days: FLOPs over devices", 6 * n * 2e12 / (256 * 0.45 * a100) / day, 26,
			0.002 },
		{ CALC, "55 and 223: memory left",
			floor((72 * GB - 2 * n) / (kv(32, 32, 2) * 2000)), 55, 0 },
		{ CALC, "the weights alone allow 148", a100_hbm / (2 * n), 148, 0.003 },
		{ CALC, "400/148 = 2.7", 400.0 / 148, 2.7, 0.002 },
		{ CALC, "0.15 s and 3.7 s", (2 * n * 2000 + scores(2000)) / prompt, 0.15, 0.003 },
		{ CALC, "0.15 s and 3.7 s", (2 * n * 32000 + scores(32000)) / prompt, 3.7, 0.012 },
		{ CALC, "79 ms on the node", ring(8) * grads / a100_link * 1e3, 79, 0.006 },
		{ CALC, "205 ms on 16 nodes", levels * 1e3, 205, 0.001 },
		{ CALC, "a backward pass of 1.6 s", 4 * n * 8192 / (0.45 * a100), 1.6, 0.02 },
		{ CALC, "About a quarter, and it is latency", 160 * 18e-3 / (8.75 + 160 * 18e-3),
			0.25, 0.02 },
		{ CALC, "16.8 million on the four", 32 * 4 * 16 * 8192.0, 16.8 * million, 0.002 },
		{ CALC, "about 8 billion on 1.4 trillion",
			64 * 30 * day * h100 * 0.40 / (6 * 8 * billion), 1.4 * trillion, 0.025 },
	};
	figures_hold(s, LENGTH(s));
}
