/* aloud.c - questions and answers line by line. */
#include "cli/aloud.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "hone/md.h"
#include "hone/text.h"

enum { TEXT_COLS = 80 };

void aloud_flush(struct cli *c)
{
	fwrite(buf_cstr(&c->out), 1, c->out.n, stdout);
	fflush(stdout);
	buf_clear(&c->out);
}

bool aloud_hear(struct cli *c, struct aloud *in, struct str *said)
{
	bool echo = isatty(STDIN_FILENO);
	if (!echo)
		buf_addc(&c->out, '\n');
	aloud_flush(c);
	ssize_t n = getline(&in->line, &in->cap, stdin);
	if (n < 0 && echo)
		buf_addc(&c->out, '\n');
	*said = n < 0 ? (struct str){ 0 } : str_trim((struct str){ in->line, (size_t)n });
	return n >= 0;
}

void aloud_release(struct aloud *in)
{
	free(in->line);
	*in = (struct aloud){ 0 };
}

/* Lines and corners that are drawn; a screen reader would read each of them aloud. */
static bool is_drawn(uint32_t cp)
{
	return cp >= 0x2500 && cp <= 0x259F;
}

static bool only_drawn(const struct md_line *line)
{
	bool any = false;
	for (int i = 0; i < line->nspan; i++)
		for (struct str rest = line->span[i].text; rest.n;) {
			uint32_t cp = text_decode(&rest);
			if (line->span[i].style != MD_MARK || (!is_drawn(cp) && cp != ' '))
				return false;
			any = any || cp != ' ';
		}
	return any;
}

static void put_span(struct buf *out, const struct md_span *span)
{
	struct str rest = span->text;
	while (span->style == MD_MARK && rest.n) {
		uint32_t cp = text_decode(&rest);
		text_encode(out, is_drawn(cp) ? (uint32_t)text_ascii(cp) : cp);
	}
	buf_add(out, rest);
}

void aloud_text(struct cli *c, struct str markdown, struct arena *a)
{
	struct buf line = { 0 };
	md_ascii(cli_ascii(c));
	struct md_doc doc = md_layout_for(MD_ALOUD, markdown, c->width ? c->width : TEXT_COLS, a);
	for (int i = 0; i < doc.nline; i++) {
		if (only_drawn(&doc.line[i]))
			continue;
		buf_clear(&line);
		for (int k = 0; k < doc.line[i].nspan; k++)
			put_span(&line, &doc.line[i].span[k]);
		struct str text = buf_str(&line);
		while (text.n && text.p[text.n - 1] == ' ')
			text.n--;
		cli_text(c, cli_ascii(c) ? cli_signs(text, a) : text);
		buf_addc(&c->out, '\n');
	}
	buf_release(&line);
}
