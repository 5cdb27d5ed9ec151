/* code_lang.c - the languages: their words, comments and strings. */
#include "code_lang.h"

#include <string.h>

static const char *const python_words[] = { "False", "None", "True", "and", "as", "assert", "async",
	"await", "break", "case", "class", "continue", "def", "del", "elif", "else", "except",
	"finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match",
	"nonlocal", "not", "or", "pass", "raise", "return", "self", "try", "while", "with",
	"yield" };

static const char *const c_words[] = { "NULL", "auto", "bool", "break", "case", "char", "const",
	"continue", "default", "do", "double", "else", "enum", "extern", "false", "float", "for",
	"goto", "if", "inline", "int", "int16_t", "int32_t", "int64_t", "int8_t", "long", "nullptr",
	"ptrdiff_t", "register", "restrict", "return", "short", "signed", "size_t", "sizeof",
	"ssize_t", "static", "struct", "switch", "true", "typedef", "uint16_t", "uint32_t",
	"uint64_t", "uint8_t", "union", "unsigned", "void", "volatile", "while" };

static const char *const cpp_words[] = { "NULL", "alignas", "alignof", "and", "auto", "bool",
	"break", "case", "catch", "char", "class", "co_await", "co_return", "co_yield", "concept",
	"const", "const_cast", "consteval", "constexpr", "continue", "decltype", "default",
	"delete", "do", "double", "dynamic_cast", "else", "enum", "explicit", "export", "extern",
	"false", "final", "float", "for", "friend", "goto", "if", "inline", "int", "int16_t",
	"int32_t", "int64_t", "int8_t", "long", "mutable", "namespace", "new", "noexcept", "not",
	"nullptr", "operator", "or", "override", "private", "protected", "ptrdiff_t", "public",
	"register", "requires", "restrict", "return", "short", "signed", "size_t", "sizeof",
	"ssize_t", "static", "static_assert", "static_cast", "struct", "switch", "template", "this",
	"thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "uint16_t",
	"uint32_t", "uint64_t", "uint8_t", "union", "unsigned", "using", "virtual", "void",
	"volatile", "wchar_t", "while" };

static const char *const rust_words[] = { "Err", "None", "Ok", "Self", "Some", "as", "async",
	"await", "bool", "box", "break", "char", "const", "continue", "crate", "dyn", "else",
	"enum", "extern", "f32", "f64", "false", "fn", "for", "i128", "i16", "i32", "i64", "i8",
	"if", "impl", "in", "isize", "let", "loop", "match", "mod", "move", "mut", "pub", "ref",
	"return", "self", "static", "str", "struct", "super", "trait", "true", "type", "u128",
	"u16", "u32", "u64", "u8", "union", "unsafe", "use", "usize", "where", "while" };

static const char *const go_words[] = { "any", "append", "bool", "break", "byte", "cap", "case",
	"chan", "close", "const", "continue", "default", "defer", "else", "error", "fallthrough",
	"false", "float32", "float64", "for", "func", "go", "goto", "if", "import", "int", "int16",
	"int32", "int64", "int8", "interface", "iota", "len", "make", "map", "new", "nil",
	"package", "panic", "range", "recover", "return", "rune", "select", "string", "struct",
	"switch", "true", "type", "uint", "uint16", "uint32", "uint64", "uint8", "uintptr", "var" };

static const char *const java_words[] = { "abstract", "assert", "boolean", "break", "byte", "case",
	"catch", "char", "class", "const", "continue", "default", "do", "double", "else", "enum",
	"extends", "false", "final", "finally", "float", "for", "goto", "if", "implements",
	"import", "instanceof", "int", "interface", "long", "native", "new", "null", "package",
	"private", "protected", "public", "record", "return", "sealed", "short", "static",
	"strictfp", "super", "switch", "synchronized", "this", "throw", "throws", "transient",
	"true", "try", "var", "void", "volatile", "while", "yield" };

static const char *const script_words[] = { "abstract", "any", "as", "async", "await", "boolean",
	"break", "case", "catch", "class", "const", "continue", "debugger", "declare", "default",
	"delete", "do", "else", "enum", "export", "extends", "false", "finally", "for", "from",
	"function", "get", "if", "implements", "import", "in", "instanceof", "interface", "keyof",
	"let", "namespace", "never", "new", "null", "number", "of", "private", "protected",
	"public", "readonly", "return", "satisfies", "set", "static", "string", "super", "switch",
	"symbol", "this", "throw", "true", "try", "type", "typeof", "undefined", "unknown", "var",
	"void", "while", "with", "yield" };

static const char *const sql_words[] = { "add", "all", "alter", "and", "any", "as", "asc", "avg",
	"begin", "between", "bigint", "boolean", "by", "cascade", "case", "cast", "char", "check",
	"coalesce", "column", "commit", "constraint", "count", "create", "cross", "current", "date",
	"default", "delete", "desc", "distinct", "double", "drop", "else", "end", "except",
	"exists", "explain", "false", "filter", "first", "float", "following", "foreign", "from",
	"full", "group", "having", "if", "in", "index", "inner", "insert", "int", "integer",
	"intersect", "interval", "into", "is", "join", "key", "last", "lateral", "left", "like",
	"limit", "materialized", "max", "min", "natural", "not", "null", "nulls", "numeric",
	"offset", "on", "or", "order", "outer", "over", "partition", "preceding", "primary",
	"range", "real", "recursive", "references", "replace", "returning", "right", "rollback",
	"row", "rows", "select", "set", "sum", "table", "text", "then", "timestamp", "to",
	"transaction", "true", "truncate", "unbounded", "union", "unique", "update", "using",
	"values", "varchar", "view", "when", "where", "window", "with" };

static const char *const shell_words[] = { "alias", "break", "case", "continue", "declare", "do",
	"done", "elif", "else", "esac", "eval", "exec", "exit", "export", "false", "fi", "for",
	"function", "if", "in", "local", "read", "readonly", "return", "select", "set", "shift",
	"source", "test", "then", "trap", "true", "unset", "until", "while" };

static const char *const values_words[] = { "false", "no", "null", "off", "on", "true", "yes" };

#define WORDS(name) .word = name##_words, .nword = (int)LENGTH(name##_words)

const struct code_lang code_langs[] = {
	{
		.names = " python py python3 ipython ",
		WORDS(python),
		.line = "#",
		.quotes = "\"'",
		.traits = CODE_TRIPLE | CODE_DECORATORS,
	},
	{
		.names = " c h ",
		WORDS(c),
		.line = "//",
		.open = "/*",
		.close = "*/",
		.quotes = "\"'",
		.traits = CODE_DIRECTIVES,
	},
	{
		.names = " c++ cpp cc cxx hpp cuda cu ",
		WORDS(cpp),
		.line = "//",
		.open = "/*",
		.close = "*/",
		.quotes = "\"'",
		.traits = CODE_DIRECTIVES,
	},
	{
		.names = " rust rs ",
		WORDS(rust),
		.line = "//",
		.open = "/*",
		.close = "*/",
		.quotes = "\"'",
		.traits = CODE_NESTED | CODE_CHARACTERS | CODE_LONG_STRINGS,
	},
	{
		.names = " go golang ",
		WORDS(go),
		.line = "//",
		.open = "/*",
		.close = "*/",
		.quotes = "\"'`",
		.traits = CODE_RAW_TICK,
	},
	{
		.names = " java ",
		WORDS(java),
		.line = "//",
		.open = "/*",
		.close = "*/",
		.quotes = "\"'",
		.traits = CODE_DECORATORS | CODE_TRIPLE,
	},
	{
		.names = " javascript js jsx typescript ts tsx mjs node ",
		WORDS(script),
		.line = "//",
		.open = "/*",
		.close = "*/",
		.quotes = "\"'`",
		.traits = CODE_DECORATORS,
	},
	{
		.names = " sql sqlite postgres postgresql psql mysql ",
		WORDS(sql),
		.line = "--",
		.open = "/*",
		.close = "*/",
		.quotes = "\"'",
		.traits = CODE_FOLDED | CODE_DOUBLED | CODE_LONG_STRINGS,
	},
	{
		.names = " sh bash shell zsh console ",
		WORDS(shell),
		.line = "#",
		.quotes = "\"'",
		.traits = CODE_HASH_APART | CODE_RAW_SINGLE | CODE_LONG_STRINGS | CODE_VARIABLES,
	},
	{
		.names = " yaml yml ",
		WORDS(values),
		.line = "#",
		.quotes = "\"'",
		.traits = CODE_HASH_APART | CODE_KEYS,
	},
	{
		.names = " json jsonc json5 ",
		WORDS(values),
		.line = "//",
		.quotes = "\"",
		.traits = CODE_KEYS,
	},
	{
		.names = " diff patch ",
		.quotes = "",
		.traits = CODE_WHOLE_LINES,
	},
};
const int code_nlang = (int)LENGTH(code_langs);

/* The first word: "python", "{.python", "py". */
static struct str first_word(struct str info)
{
	size_t from = 0, to;
	while (from < info.n && strchr(" \t{.", info.p[from]))
		from++;
	for (to = from; to < info.n && !strchr(" \t{},:=", info.p[to]);)
		to++;
	return str_slice(info, from, to);
}

const struct code_lang *code_lang(struct str info)
{
	char name[CODE_LONGEST + 3];
	struct str word = first_word(info);
	if (word.n == 0 || word.n > CODE_LONGEST)
		return NULL;
	name[0] = name[word.n + 1] = ' ';
	memcpy(name + 1, word.p, word.n);
	for (int i = 0; i < code_nlang; i++)
		if (str_casefind(
			    str_of(code_langs[i].names), (struct str){ name, word.n + 2 }, 0) >= 0)
			return &code_langs[i];
	return NULL;
}
