/* md_front.c - front matter as a short head. */
#include "md_priv.h"

#include "hone/text.h"

enum { MAX_KEY = 20 }; /* columns that values are lined up at */

struct field {
	struct str key;
	struct buf value;
	int source;
};

/* Without quotes or brackets around it. */
static struct str bare(struct str s)
{
	static const char *const pair[] = { "\"\"", "''", "[]" };
	for (size_t i = 0; i < LENGTH(pair); i++)
		if (s.n > 1 && s.p[0] == pair[i][0] && s.p[s.n - 1] == pair[i][1])
			return str_trim(str_slice(s, 1, s.n - 1));
	return s;
}

static void add_value(struct buf *b, struct str s)
{
	bool item = str_starts(s, STR("- "));
	s = bare(str_trim(str_slice(s, item ? 2 : 0, s.n)));
	if (b->n > 0 && s.n > 0)
		buf_add(b, item ? STR(", ") : STR(" "));
	buf_add(b, s);
}

static void put_field(struct md_layout *l, struct field *f, int cols)
{
	struct md_flow *flow = &l->flow;
	if (f->key.n == 0)
		return;
	flow_clear(flow, MD_HTML);
	flow_add_flat(flow, f->key, MD_HTML, f->source);
	for (int i = text_cols(f->key); f->value.n > 0 && i < cols + 2; i++)
		flow_add(flow, STR(" "), MD_HTML, f->source);
	flow_add_flat(flow, buf_str(&f->value), MD_HTML, f->source);
	layout_text(l);
	buf_clear(&f->value);
}

/* "key: value" at the start of a line. */
static bool is_field(struct str line)
{
	ptrdiff_t colon = str_find(line, STR(":"), 0);
	return colon > 0 && !md_blank(line.p[0]) && line.p[0] != '-' && line.p[0] != '#';
}

static int key_cols(struct str front)
{
	int cols = 0;
	struct str line;
	while (str_line(&front, &line)) {
		int n = is_field(line)
				? text_cols(str_slice(line, 0, (size_t)str_find(line, STR(":"), 0)))
				: 0;
		cols = n > cols && n <= MAX_KEY ? n : cols;
	}
	return cols;
}

int front_put(struct md_layout *l, struct str front)
{
	struct field field = { 0 };
	struct str rest = front, line;
	int source = 0, cols = key_cols(front);
	while (str_line(&rest, &line)) {
		source++;
		struct str s = str_trim(line);
		if (str_eq(s, STR("---")) || s.n == 0 || s.p[0] == '#')
			continue;
		if (is_field(line)) {
			put_field(l, &field, cols);
			size_t colon = (size_t)str_find(line, STR(":"), 0);
			field.key = str_slice(line, 0, colon);
			field.source = source;
			s = str_trim(str_slice(line, colon + 1, line.n));
		}
		if (!str_eq(s, STR("|")) && !str_eq(s, STR(">")))
			add_value(&field.value, s);
	}
	put_field(l, &field, cols);
	buf_release(&field.value);
	return source;
}
