package strict

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// Bounds of one text. A file of an edition stays far below them; what exceeds
// them is of the wrong kind or meant to do harm.
const (
	MaxBytes = 4 << 20
	MaxDepth = 24
	MaxNodes = 200_000
)

// Decode reads one YAML document into v, a pointer, and reports every fault to
// r. base is the place of the first byte of text: line 1, column 1 for a file;
// for YAML inside another text its first line and its indentation. It returns
// whether the text was free of errors; v holds what could be read either way.
//
// A struct field is read from the key in its yaml tag, `yaml:"name"` or
// `yaml:"name,required"`; a field without one is left alone, except that
// "At source.Span" receives the place of the mapping. Embedded structs are
// read from the same mapping; an embedded Text takes the language keys. A type
// with UnmarshalText is read from a scalar; if it is a struct it may also be
// written as a mapping. A key without a value counts as not written, and what is
// not written leaves v as it was, so a file can change values that are there.
func Decode(text []byte, base source.Pos, v any, r *source.Reporter) bool {
	base.A, base.B = max(base.A, 1), max(base.B, 1)
	d := &decoder{base: base, r: r, ok: true, shapes: map[reflect.Type]shape{}}
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		panic("strict: Decode wants a pointer")
	}
	if root := d.parse(text); root != nil {
		d.value(root, target.Elem())
	}
	return d.ok
}

type decoder struct {
	base   source.Pos
	lines  []string
	r      *source.Reporter
	ok     bool
	nodes  int
	shapes map[reflect.Type]shape
	last   cursor // where rest was asked for last
}

// parse returns the root of the document, or nil if there is nothing to read.
func (d *decoder) parse(text []byte) *yaml.Node {
	if !d.readable(text) {
		return nil
	}
	text = []byte(strings.TrimPrefix(string(text), "\ufeff"))
	d.lines = strings.Split(string(text), "\n")
	var doc yaml.Node
	limits := loaderlimits.New(loaderlimits.DepthValue(MaxDepth), loaderlimits.AliasValue(0))
	err := yaml.Load(text, &doc, yaml.WithPlugin(limits))
	if err != nil && strings.Contains(err.Error(), "no documents") {
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	if err != nil {
		d.syntax(err)
		return nil
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 {
		d.error(d.point(1, 1), "yaml-documents", "the text is not one YAML document", "leave one document in it")
		return nil
	}
	if !d.check(doc.Content[0], 1) {
		return nil
	}
	return doc.Content[0]
}

// readable refuses what no YAML can be read from, before the parser sees it.
func (d *decoder) readable(text []byte) bool {
	if len(text) > MaxBytes {
		d.error(d.point(1, 1), "yaml-size", fmt.Sprintf("the text is larger than %d bytes", MaxBytes), "split it, or check that it is the right file")
		return false
	}
	at, what := firstUnreadable(text)
	if what == "" {
		return true
	}
	before := string(text[:at])
	line := strings.Count(before, "\n") + 1
	col := utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	d.error(d.point(line, col), "yaml-characters", what, "save the file as UTF-8 text with ordinary line ends")
	return false
}

// firstUnreadable finds bytes that are not UTF-8, control characters, and line
// ends other than LF and CRLF, which YAML counts as lines and editors do not.
func firstUnreadable(text []byte) (at int, what string) {
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRune(text[i:])
		switch {
		case c == utf8.RuneError && size <= 1:
			return i, "this is not UTF-8 text"
		case c == '\r' && (i+1 == len(text) || text[i+1] != '\n'):
			return i, "a carriage return stands alone"
		case c < ' ' && c != '\t' && c != '\n' && c != '\r', c >= 0x7f && c < 0xa0:
			return i, fmt.Sprintf("the control character U+%04X stands here", c)
		case c == 0x2028 || c == 0x2029 || c == 0xfeff && i > 0 || c == 0xfffe || c == 0xffff:
			return i, fmt.Sprintf("the invisible character U+%04X stands here", c)
		}
		i += size
	}
	return 0, ""
}

// syntax reports what the parser says, in the words of the person who wrote
// the text where the usual causes can be told.
func (d *decoder) syntax(err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		d.error(d.point(1, 1), "yaml-syntax", "this is not valid YAML: "+err.Error(), "")
		return
	}
	if strings.Contains(load.Message, "found multiple") {
		d.error(d.secondDocument(), "yaml-documents", "a second document begins here", "remove the line that begins with ---")
		return
	}
	line, col := max(load.Mark.Line, 1), max(load.Mark.Column, 1)
	if open := load.ContextMark; strings.Contains(load.Message, "end of stream") && open.Line > 0 {
		line, col = open.Line, max(open.Column, 1) // where a quote opens, not where the file ends
	}
	what := "this is not valid YAML: " + load.Message
	if strings.Contains(d.indent(line), "\t") {
		what = "a tab stands here, which YAML does not read"
	}
	d.error(d.point(line, col), "yaml-syntax", what, d.advice(load.Message, line, col))
}

// indent is the white space at the head of a line.
func (d *decoder) indent(line int) string {
	text := d.line(line)
	return text[:len(text)-len(strings.TrimLeft(text, " \t"))]
}

// markedValue is a value in quotation marks that YAML does not know.
var markedValue = regexp.MustCompile(`[:\[{,-] *[“„‘«]`)

func (d *decoder) advice(message string, line, col int) string {
	rest := d.rest(line, col)
	switch {
	case strings.Contains(d.indent(line), "\t"):
		return "indent with spaces instead of tabs"
	case markedValue.MatchString(d.line(line)):
		return `write straight quotation marks, ", in place of “ and ”`
	case strings.Contains(message, "mapping values are not allowed") && line > 1 && !strings.Contains(d.line(line-1), ":"):
		return `put a text that holds ": " in quotes, or write a colon behind the key in the line before`
	case strings.Contains(message, "mapping values are not allowed"):
		return `put a text that holds ": " in quotes`
	case strings.Contains(message, "unknown anchor"), strings.Contains(message, "cannot start any token"):
		return fmt.Sprintf("put a text that begins with %.1s in quotes", rest)
	case strings.Contains(message, "max depth"):
		return "nest less deeply"
	case strings.Contains(message, "end of stream"):
		return "close the quote or bracket that opens here"
	}
	return "check quotes, brackets and indentation here and in the line before"
}

func (d *decoder) secondDocument() source.Span {
	for i, line := range d.lines {
		if i > 0 && strings.HasPrefix(line, "---") {
			return d.point(i+1, 1)
		}
	}
	return d.point(1, 1)
}

// check refuses what must not stand anywhere in the tree. What it reports,
// reading passes over in silence.
func (d *decoder) check(n *yaml.Node, depth int) bool {
	d.nodes++
	if d.nodes > MaxNodes || depth > 2*MaxDepth {
		d.error(d.start(n), "yaml-size", "the text has too many parts", "split it, or check that it is the right file")
		return false
	}
	d.plain(n)
	d.marks(n)
	if n.Kind == yaml.MappingNode {
		d.keys(n)
	}
	for _, c := range n.Content {
		if !d.check(c, depth+1) {
			return false
		}
	}
	return true
}

// plain refuses anchors, aliases and tags.
func (d *decoder) plain(n *yaml.Node) {
	const fix = "write the value out; put a text that begins with %s in quotes"
	switch {
	case n.Kind == yaml.AliasNode:
		d.error(d.start(n), "yaml-alias", "aliases are not read", fmt.Sprintf(fix, "*"))
	case n.Anchor != "":
		d.error(d.start(n), "yaml-anchor", "anchors are not read", fmt.Sprintf(fix, "&"))
	case n.Style&yaml.TaggedStyle != 0 || strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!"):
		d.error(d.start(n), "yaml-tag", "tags are not read", fmt.Sprintf(fix, "!"))
	}
}

// marks warns of quotation marks that a word processor has put in the place of
// straight ones: YAML takes them for letters.
func (d *decoder) marks(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || n.Style != 0 {
		return
	}
	open, size := utf8.DecodeRuneInString(n.Value)
	shut, last := utf8.DecodeLastRuneInString(n.Value)
	if !strings.ContainsRune("“„‘«", open) || !strings.ContainsRune("”“’»", shut) || len(n.Value) < size+last {
		return
	}
	if strings.ContainsAny(n.Value[size:len(n.Value)-last], "“”„‘«»") {
		return // two pairs, or a pair and a word
	}
	d.r.Add(source.Diagnostic{
		Severity: source.Warning, Code: "yaml-marks", At: d.span(n), Excerpt: n.Value,
		Message: fmt.Sprintf("%c and %c are printed, for YAML knows straight quotation marks only", open, shut),
		Fix:     `write "…" in their place; if they are to be printed, put straight ones around them`,
	})
}

// keys refuses keys that are not text and keys that stand twice.
func (d *decoder) keys(n *yaml.Node) {
	first := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		if k.Kind == yaml.AliasNode {
			continue
		}
		if k.Kind != yaml.ScalarNode || k.Value == "" {
			if !d.braces(n) {
				d.error(d.start(k), "yaml-key", "a key must be a word", "")
			}
			continue
		}
		if before, twice := first[k.Value]; twice {
			d.add(source.Diagnostic{
				Code: "yaml-key-twice", At: d.span(k), Excerpt: k.Value,
				Message: fmt.Sprintf("%s stands here a second time", k.Value), Fix: "keep one of the two",
				Related: []source.Related{{At: d.span(before), Message: "it stands here first"}},
			})
			continue
		}
		first[k.Value] = k
	}
}

// braces reports a figure such as {{name}} that YAML reads as a mapping
// because it stands outside quotes.
func (d *decoder) braces(n *yaml.Node) bool {
	if !strings.HasPrefix(d.rest(n.Line, n.Column), "{{") {
		return false
	}
	d.error(d.start(n), "yaml-braces", "a text that begins with {{ stands outside quotes", "put the text in quotes")
	return true
}

func (d *decoder) error(at source.Span, code source.Code, message, fix string) {
	d.add(source.Diagnostic{Code: code, At: at, Message: message, Fix: fix})
}

func (d *decoder) add(x source.Diagnostic) {
	d.ok = false
	d.r.Add(x)
}
