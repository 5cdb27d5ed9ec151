/* llm_test.c - the figures of the questions on language models and transformers. */
#include "llm.h"

#define NLP "ml-interview/questions/05-nlp-transformers.md"

static double softmax(double logit, const double *all, int n, double temperature)
{
	double sum = 0;
	for (int i = 0; i < n; i++)
		sum += exp(all[i] / temperature);
	return exp(logit / temperature) / sum;
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
	};
	figures_hold(s, LENGTH(s));
}

TEST(figures_of_positions_and_caches_hold)
{
	const double wave = 2 * acos(-1);
	const struct figure s[] = {
		{ NLP, "run from 6.3 to", wave, 6.3, 0.005 },
		{ NLP, "about 54,400 tokens", wave * pow(10000, 126.0 / 128), 54400, 0.001 },
		{ NLP, "the longest is about 2.6 million", wave * pow(500000, 126.0 / 128),
			2.6 * million, 0.02 },
		{ NLP, "would have variance 33", 1 + 32, 33, 0 },
		{ NLP, "only about 17 % as large", 1 / sqrt(33), 0.17, 0.03 },
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
		{ NLP, "are 257 KB a token", 128256 * 2 / 1e3, 257, 0.003 },
		{ NLP, "257 TB for a billion tokens", billion * 128256 * 2 / 1e12, 257, 0.003 },
		{ NLP, "are 384 bytes", 64 * (2 + 4), 384, 0 },
		{ NLP, "0.38 TB; they", billion * 64 * (2 + 4) / 1e12, 0.38, 0.011 },
		{ NLP, "trains 131,072 parameters", 16 * (4096 + 4096), 131072, 0 },
		{ NLP, "instead of 16.8 million, 0.78 %", 4096.0 * 4096, 16.8 * million, 0.002 },
		{ NLP, "16.8 million, 0.78 %", 131072 / (4096.0 * 4096), 0.0078, 0.005 },
		{ NLP, "are 2,000 tokens of prefill", 8 * 250, 2000, 0 },
	};
	figures_hold(s, LENGTH(s));
}
