/* llm_arithmetic_test.c - the figures of the questions on transformer arithmetic. */
#include "llm.h"

#define CALC "ml-interview/questions/07-transformer-arithmetic.md"

/* Bytes that a step of b sequences reads from the 7B, with `each` bytes of cache. */
static double step(double b, double each)
{
	return 2 * n_7b() + b * each;
}

/* FLOPs of attention for a prompt of n tokens, under the causal mask. */
static double scores(double n)
{
	return 2 * L * d * n * n;
}

TEST(figures_of_parameter_counting_hold)
{
	const double n = n_7b();
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
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_small_and_large_models_hold)
{
	const double ends = 50257;
	const struct figure s[] = {
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
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_grouped_models_hold)
{
	const double grouped = 2 * d * d + 2 * d * 8 * 128 + 3 * 4096.0 * 14336;
	const double words = 2 * 128256 * d;
	const struct figure s[] = {
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

TEST(figures_of_model_state_hold)
{
	const double n = n_7b();
	const double flops = 6 * n * 2 * trillion;
	const struct figure s[] = {
		{ CALC, "= 107.8 \\text{ GB}", 16 * n / GB, 107.8, 0.001 },
		{ CALC, "fragmentation: 72 GB", 0.9 * 80, 72, 1e-9 },
		{ CALC, "52 GB remain for state", 0.9 * 80 - 20, 52, 1e-9 },
		{ CALC, "| 107.8 GB | 2.07 |", 16 * n / GB / 52, 2.07, 0.002 },
		{ CALC, "| 4 | 27.0 GB |", 16 * n / GB / 4, 27.0, 0.002 },
		{ CALC, "| 1,120 GB | 21.5 |", 1120 / 52.0, 21.5, 0.002 },
		{ CALC, "Three for the 7B and 22", ceil(16 * n / GB / 52), 3, 0 },
		{ CALC, "and 22 for 70 billion", ceil(1120 / 52.0), 22, 0 },
		{ CALC, "hold it, 35.9 GB each", 16 * n / GB / 3, 35.9, 0.002 },
		{ CALC, "| 24 | 46.7 GB |", 1120 / 24.0, 46.7, 0.001 },
		{ CALC, "53.9 GB each leaves 18", 16 * n / GB / 2, 53.9, 0.001 },
		{ CALC, "each leaves 18", 72 - 16 * n / GB / 2, 18, 0.01 },
		{ CALC, "= 4.6 years", flops / (4 * 0.45 * a100) / year, 4.6, 0.01 },
		{ CALC, "13.5 GB frozen weights and 0.6 GB", 2 * n / GB, 13.5, 0.002 },
		{ CALC, "and 0.6 GB for 40 million", 16 * 40 * million / GB, 0.6, 0.07 },
		{ CALC, "121 GB for the 7B", 18 * n / GB, 121, 0.003 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_activations_hold)
{
	const double n = n_7b();
	const double sd = 2048 * d;
	const double left = 80 - 16 * n / 8 / GB - 2 * layer_7b() * 2 / GB - 8;
	const double all = 34 * d * d * L / GB;
	const double again = (2 * L + 34) * d * d / GB;
	const double logits = 8 * d * V / GB;
	const struct figure s[] = {
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

TEST(figures_of_training_flops_hold)
{
	const double n = n_7b();
	const double flops = 6 * n * 2 * trillion;
	const struct figure s[] = {
		{ CALC, "= 8.09 \\cdot 10^{22}$$", flops, 8.09e22, 0.001 },
		{ CALC, "= 15.9\\,\\%", 12 * L * d * 4096 / (6 * n), 0.159, 0.003 },
		{ CALC, "Half of it, 8.0 %", 12 * L * d * 4096 / (6 * n) / 2, 0.080, 0.005 },
		{ CALC, "$s = 6d$ = 24,576 tokens", 6 * d, 24576, 0 },
		{ CALC, "its 131 million parameters are 1.9 % too much", V * d, 131 * million,
			0.001 },
		{ CALC, "are 1.9 % too much", V * d / n, 0.019, 0.025 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_training_time_hold)
{
	const double n = n_7b();
	const double flops = 6 * n * 2 * trillion;
	const double rate = 0.45 * a100 / (6 * n);
	const struct figure s[] = {
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
		{ CALC, "1,000 tokens, about 0.3 s", 1000 / rate, 0.3, 0.05 },
		{ CALC, "352 A100 or 128 H100",
			8 * ceil(1.1 * flops / (21 * day * 0.40 * h100) / 8), 128, 0 },
		{ CALC, "are 4 TB, cleaned", 2 * trillion * 2 / 1e12, 4, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_compute_budgets_hold)
{
	const double budget = 64 * 30 * day * h100 * 0.40;
	const struct figure s[] = {
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
	const double prefix = 2 * 80 * 8192 * pow(131072, 2);
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
		{ CALC, "= 22,520 for causal attention", prefix / trillion, 22520, 0.001 },
		{ CALC, "on 8 A100 at 60 % 27 s", (2 * 70e9 * 131072 + prefix) / (8 * 0.6 * a100),
			27, 0.015 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_serving_small_models_hold)
{
	const double weights = 2 * n_7b();
	const double each = kv(32, 32, 2) * 2000;
	const double room = 72 * GB - weights;
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
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_serving_large_models_hold)
{
	const double user = kv(80, 8, 2) * 4096;
	const double small = 70e9 * 4.125 / 8;
	const struct figure s[] = {
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
		{ CALC, "Two come to 40 to 53 ms", 30.5 / 0.8 + 2.5, 40, 0.02 },
		{ CALC, "40 to 53 ms", 30.5 / 0.6 + 2.5, 53, 0.01 },
		{ CALC, "In bf16 they hold 56 users", floor((3 * 72 - 140) * GB / user), 56, 0 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_decoding_speed_hold)
{
	const double n = n_7b();
	const double w = 2 * n;
	const double c = kv(32, 32, 2) * 2000;
	const double q = n * 4.125 / 8;
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
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_decoding_in_batches_hold)
{
	const double n = n_7b();
	const double w = 2 * n;
	const double c = kv(32, 32, 2) * 2000;
	const double grouped = c / 4;
	const struct figure s[] = {
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
		{ CALC, "half of the limit is reached there", w / c / step(w / c, c) * c, 0.5,
			1e-9 },
		{ CALC, "64 sequences read 30.3 GB", step(64, grouped) / GB, 30.3, 0.003 },
		{ CALC, "30.3 GB, 15.1 ms", step(64, grouped) / a100_hbm * 1e3, 15.1, 0.002 },
		{ CALC, "4,231 tokens per second", 64 * a100_hbm / step(64, grouped), 4231, 0.001 },
		{ CALC, "= 0.74 TFLOP, 2.4 ms", w * 55 / trillion, 0.74, 0.003 },
		{ CALC, "0.74 TFLOP, 2.4 ms", w * 55 / a100 * 1e3, 2.4, 0.015 },
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_compute_bound_decoding_hold)
{
	const double n = n_7b();
	const double w = 2 * n;
	const double share = w / (a100 / a100_hbm);
	const double token = kv(32, 32, 2);
	const struct figure s[] = {
		{ CALC, "It needs 2.7 times the bandwidth", 400 * w / a100_hbm, 2.7, 0.003 },
		{ CALC, "it would be 91 % of the bound of 1,546", 1400 / 1546.0, 0.91, 0.006 },
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

TEST(figures_of_prefill_hold)
{
	const double n = n_7b();
	const double speed = 0.6 * a100;
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
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_gradients_and_messages_hold)
{
	const double n = n_7b();
	const double grads = 2 * n;
	const double message = 32 * 8192.0 * 2;
	const double across = ring(16) * grads / 8 / 25e9;
	const double inside = ring(8) / 2 * grads / a100_link;
	const double reduce = 160 * (15e-3 + ring(8) * message / a100_link * 1e3);
	const double eight = 8.75 + reduce;
	const struct figure s[] = {
		{ CALC, "Gradients in bf16 are 13.48 GB", grads / GB, 13.48, 0.001 },
		{ CALC, "= 78.6 \\text{ ms}", ring(8) * grads / a100_link * 1e3, 78.6, 0.001 },
		{ CALC, "eighth (1.685 GB)", grads / 8 / GB, 1.685, 0.001 },
		{ CALC, "= 39.3 + 126.4 + 39.3", inside * 1e3, 39.3, 0.001 },
		{ CALC, "39.3 + 126.4 + 39.3 = 205", across * 1e3, 126.4, 0.001 },
		{ CALC, "= 205 \\text{ ms}", (across + 2 * inside) * 1e3, 205, 0.001 },
		{ CALC, "= 1.57 s. Hidden", 4 * n * 8192 / (0.45 * a100), 1.57, 0.003 },
		{ CALC, "backward takes 98 ms", 4 * n * 512 / (0.45 * a100) * 1e3, 98, 0.005 },
		{ CALC, "at least half of the traffic stands out", 1 - 98 / 205.0 >= 0.5, 1, 0 },
		{ CALC, "Each rank sends 26.7 GB", ring(128) * grads / GB, 26.7, 0.0018 },
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

TEST(figures_of_bubbles_and_checkpoints_hold)
{
	const double n = n_7b();
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
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_adapters_hold)
{
	const double n = n_7b();
	const double attention = 4 * 16 * (4096.0 + 4096);
	const double mlp = 3 * 16 * (4096.0 + 11008);
	const double adapters = 32 * (attention + mlp);
	const struct figure s[] = {
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
TEST(figures_said_first_hold)
{
	const double n = n_7b(), prompt = 0.6 * a100, grads = 2 * n;
	const double levels = ring(8) * grads / a100_link + ring(16) * grads / 8 / 25e9;
	const struct figure s[] = {
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
		{ CALC, "About a quarter, a fifth with", 160 * 18e-3 / (8.75 + 160 * 18e-3), 0.25,
			0.02 },
		{ CALC, "a fifth with caches of 4,096", 160 * 18e-3 / (8.75 + 2.7 + 160 * 18e-3),
			0.2, 0.02 },
		{ CALC, "16.8 million on the four", 32 * 4 * 16 * 8192.0, 16.8 * million, 0.002 },
		{ CALC, "about 8 billion on 1.4 trillion",
			64 * 30 * day * h100 * 0.40 / (6 * 8 * billion), 1.4 * trillion, 0.025 },
	};
	figures_hold(s, LENGTH(s));
}
