/* round_result.c - what came out of a round, and what that is called. */
#include "hone/round.h"

/* Of whole percents in tenths, halves up. */
static int mean(int64_t sum, int n)
{
	return n ? (int)((sum * 20 + n) / (2 * (int64_t)n)) : -1;
}

struct round_result round_result(const struct round *r)
{
	struct round_result out = { 0 };
	int64_t fresh = 0, review = 0;
	int of[STRENGTHS] = { 0 };
	for (int i = 0; i < r->n; i++) {
		const struct asked *q = &r->asked[i];
		if (q->percent < 0)
			continue;
		*(q->review ? &review : &fresh) += q->percent;
		(*(q->review ? &out.nreview : &out.nfresh))++;
		of[round_strength(q->percent)]++;
		out.took_ms += q->took_ms;
	}
	out.n = out.nfresh + out.nreview;
	out.overall = mean(fresh + review, out.n);
	out.fresh = mean(fresh, out.nfresh);
	out.review = mean(review, out.nreview);
	out.strong = of[STRENGTH_STRONG];
	out.rusty = of[STRENGTH_RUSTY];
	out.gap = of[STRENGTH_GAP];
	return out;
}

enum strength round_strength(int percent)
{
	return percent >= 80 ? STRENGTH_STRONG : percent >= 40 ? STRENGTH_RUSTY : STRENGTH_GAP;
}

const char *round_strength_name(enum strength s)
{
	static const char *const name[] = { "strong", "rusty", "gap" };
	return name[s];
}

const char *round_letter(int tenths)
{
	static const struct {
		int least;
		const char *letter;
	} row[] = {
		{ 970, "A+" },
		{ 930, "A" },
		{ 900, "A-" },
		{ 870, "B+" },
		{ 830, "B" },
		{ 800, "B-" },
		{ 770, "C+" },
		{ 730, "C" },
		{ 700, "C-" },
		{ 600, "D" },
		{ 0, "F" },
	};
	for (size_t i = 0; i < LENGTH(row); i++)
		if (tenths >= row[i].least)
			return row[i].letter;
	return "";
}

enum band round_band(int tenths)
{
	return tenths >= 900   ? BAND_EXCELLENT
	       : tenths >= 800 ? BAND_GOOD
	       : tenths >= 700 ? BAND_ADEQUATE
			       : BAND_REPEAT;
}

const char *round_band_name(enum band b)
{
	static const char *const name[] = { "excellent", "good", "adequate", "not there yet" };
	return name[b];
}

const char *round_band_advice(enum band b)
{
	static const char *const advice[] = {
		"Go on with the next day.",
		"Go on, and look briefly at the weak ones.",
		"Review the weak ones before you go on.",
		"Repeat the day before you go on.",
	};
	return advice[b];
}
