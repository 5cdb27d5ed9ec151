/* svg_test.c - charts as SVG are well-formed XML, whatever names hold; CSV quotes. */
#include "hone/svg.h"

#include "hone/text.h"
#include "test.h"

/* ---- as much of XML as an SVG of ours has: elements, attributes in double quotes, text with entities */

struct xml {
	struct str rest;
	struct str open[16];
	int depth, elements;
};

static bool name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-';
}

static struct str take_name(struct str *s)
{
	size_t n = 0;
	while (n < s->n && name_char(s->p[n]))
		n++;
	struct str name = str_slice(*s, 0, n);
	*s = str_slice(*s, n, s->n);
	return name;
}

static bool take(struct str *s, const char *what)
{
	struct str want = str_of(what);
	if (!str_starts(*s, want))
		return false;
	*s = str_slice(*s, want.n, s->n);
	return true;
}

/* Text up to one of `stop`: no bare sign of XML, no control character. */
static bool take_text(struct str *s, char stop)
{
	static const char *const entity[] = { "&amp;", "&lt;", "&gt;", "&quot;" };
	while (s->n && s->p[0] != stop) {
		unsigned char c = (unsigned char)s->p[0];
		bool known = false;
		if (c == '<' || c == '>' || (c < ' ' && c != '\n' && c != '\t'))
			return false;
		for (size_t i = 0; c == '&' && i < LENGTH(entity) && !known; i++)
			known = take(s, entity[i]);
		if (c == '&' && !known)
			return false;
		if (!known)
			*s = str_slice(*s, 1, s->n);
	}
	return true;
}

static bool take_attributes(struct str *s)
{
	while (take(s, " ")) {
		if (s->n && s->p[0] == '/')
			return true;
		if (take_name(s).n == 0 || !take(s, "=\"") || !take_text(s, '"') || !take(s, "\""))
			return false;
	}
	return true;
}

static bool take_element(struct xml *x)
{
	bool closes = take(&x->rest, "/");
	struct str name = take_name(&x->rest);
	if (name.n == 0 || (closes && (x->depth == 0 || !str_eq(x->open[--x->depth], name))))
		return false;
	if (closes)
		return take(&x->rest, ">");
	x->elements++;
	if (!take_attributes(&x->rest))
		return false;
	if (take(&x->rest, "/>"))
		return true;
	if (!take(&x->rest, ">") || x->depth == 16)
		return false;
	x->open[x->depth++] = name;
	return true;
}

static void assert_xml(const struct buf *svg, int least)
{
	struct xml x = { .rest = buf_str(svg) };
	bool ok = take(&x.rest, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	assert_int_equal(text_bad_bytes(buf_str(svg)), 0);
	while (ok && x.rest.n) {
		ok = take_text(&x.rest, '<');
		if (ok && take(&x.rest, "<"))
			ok = take_element(&x);
	}
	if (!ok || x.depth)
		fail_msg("not well-formed, %zu bytes before the end: %s", x.rest.n, buf_cstr(svg));
	if (x.elements < least)
		fail_msg("%d elements: %s", x.elements, buf_cstr(svg));
}

#define EVIL "<b onload=\"x\"> & \x01\x1b[2J \xff ]]> -->"

static void assert_holds(const struct buf *svg, const char *part)
{
	if (str_find(buf_str(svg), str_of(part), 0) < 0)
		fail_msg("no %s in %s", part, buf_cstr(svg));
}

TEST(names_do_not_break_out_of_a_picture)
{
	struct buf out = { 0 };
	static const struct chart_bar bar[] = { { STR_INIT(EVIL), { 0 }, 40, 80 },
		{ STR_INIT("A name that is much longer than the room there is for names"), { 0 },
			-1, -1 } };
	svg_bars(bar, 2, STR(EVIL), &out);
	assert_xml(&out, 10);
	assert_holds(&out, "&lt;b onload=&quot;x&quot;&gt; &amp; ");
	assert_holds(&out, "40 %");
	assert_holds(&out, "than the ro…</text>");
	buf_release(&out);
}

TEST(each_picture_is_well_formed)
{
	struct buf out = { 0 };
	static const double value[] = { 10, -1, 100, 55.5 };
	static const struct chart_goal goal[] = { { 1, 50 }, { 9, 80 } };
	static const struct chart_point point[] = { { 90, 20, CHART_LOW },
		{ 10, 100, CHART_GOOD } };
	struct coverage_area area[] = { { .name = STR(EVIL), .count = { 1, 2, 3, 4, 10 } },
		{ .number = STR("2"), .name = STR("Empty") } };
	svg_coverage(&(struct coverage){ .area = area, .narea = 2 }, STR("Coverage"), &out);
	assert_xml(&out, 10);
	assert_holds(&out, ">1/2/3</text>");
	buf_clear(&out);
	svg_days(&(struct chart_days){ 0, 9, value, 4, goal, 2 }, STR("Days"), &out);
	assert_xml(&out, 15);
	assert_holds(&out, "1970-01-10");
	assert_holds(&out, "80 %");
	buf_clear(&out);
	svg_days(&(struct chart_days){ 0 }, STR("None"), &out);
	assert_xml(&out, 10);
	buf_clear(&out);
	svg_points(point, 2, STR("Points"), STR("x < y"), STR("y"), &out);
	assert_xml(&out, 15);
	assert_holds(&out, "x &lt; y");
	buf_release(&out);
}

TEST(the_check_of_pictures_finds_what_is_broken)
{
	static const char *const broken[] = { "<a><b></a></b>", "<a", "<a>&</a>", "<a x=y/>",
		"<a>\x01</a>" };
	for (size_t i = 0; i < LENGTH(broken); i++) {
		struct xml x = { .rest = str_of(broken[i]) };
		bool ok = true;
		while (ok && x.rest.n) {
			ok = take_text(&x.rest, '<');
			if (ok && take(&x.rest, "<"))
				ok = take_element(&x);
		}
		assert_true(!ok || x.depth > 0);
	}
}

TEST(csv_quotes_what_would_be_read_otherwise)
{
	struct buf out = { 0 };
	csv_text(&out, true, STR("plain"));
	csv_text(&out, false, STR("a, b"));
	csv_text(&out, false, STR("say \"x\""));
	csv_text(&out, false, STR("two\nlines"));
	csv_text(&out, false, STR(""));
	csv_number(&out, false, 12.345, 1);
	csv_end(&out);
	assert_str(buf_str(&out), "plain,\"a, b\",\"say \"\"x\"\"\",\"two\nlines\",,12.3\r\n");
	buf_release(&out);
}
