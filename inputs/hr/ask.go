package hr

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"assemble/inputs/source"
)

// What the block of questions begins with. Lines of the block that have no answer
// belong to the program; all others to the person who wrote them.
const (
	askedComment = "# Asked by assemble import. Write each answer behind the colon, then import again."
	askedKey     = "asked:"
)

// Ask returns the text of the file of decisions with the questions of an import.
// All that a person wrote stays as it is, byte for byte; questions that are not
// open any more and were never answered go; those that are new come behind the
// others of their section. It is false if the questions cannot be put in.
func (im *Imported) Ask() ([]byte, bool) {
	var open []*question
	for _, q := range im.questions.pending() {
		if !q.repair && !q.wrong {
			open = append(open, q)
		}
	}
	b := newBlock(string(im.decisions.text))
	b.drop(open)
	for _, q := range open {
		if x, ok := im.decisions.find(q.topic); !ok || !x.answer.given() {
			b.put(q, im.hint(q))
		}
	}
	text := b.String()
	return []byte(text), im.understood(text, open)
}

// hint is the comment behind a question.
func (im *Imported) hint(q *question) string {
	s := q.what
	if n := q.rows(); n > 0 {
		s = fmt.Sprintf("%s: %s", counted(n, "row"), im.firstPlaces(q))
	}
	if len(q.suggest) > 0 {
		s += "; perhaps " + strings.Join(q.suggest, " or ")
	}
	return strings.Join(strings.Fields(s+"; write "+q.fix), " ")
}

// firstPlaces names the first cells of a question with their sheet.
func (im *Imported) firstPlaces(q *question) string {
	for _, t := range im.extracts {
		if t.sheet.File == q.places[0].File {
			return t.name + "!" + q.cells()
		}
	}
	return q.cells()
}

// understood reports whether a text holds all the questions and all that was
// decided before. A file in a form of its own is not touched.
func (im *Imported) understood(text string, open []*question) bool {
	var r source.Reporter
	after := ReadDecisions([]byte(text), 0, &r)
	if r.Failed() {
		return false
	}
	for key, x := range im.decisions.by {
		if x.answer.given() && after.by[key].answer.String() != x.answer.String() {
			return false
		}
	}
	for _, q := range open {
		if _, ok := after.find(q.topic); !ok {
			return false
		}
	}
	return true
}

// block is the file of decisions in three parts: the lines before the questions
// on HR workbooks, those lines, and those behind.
type block struct {
	before, lines, after []string
}

// newBlock finds the block asked: hr: of a file, or makes room for it at its end.
func newBlock(text string) *block {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	if strings.TrimSpace(text) == "" {
		lines = nil
	}
	top := slices.IndexFunc(lines, func(l string) bool { return strings.TrimRight(l, " \r") == askedKey })
	if top < 0 {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		return &block{before: append(lines, askedComment, askedKey, "  hr:")}
	}
	end := endOf(lines, top+1, 0)
	hr := -1
	for i := top + 1; i < end; i++ {
		if strings.TrimRight(lines[i], " \r") == "  hr:" {
			hr = i
		}
	}
	if hr < 0 {
		return &block{before: append(slices.Clone(lines[:top+1]), "  hr:"), after: lines[top+1:]}
	}
	last := endOf(lines, hr+1, 2)
	return &block{before: lines[:hr+1], lines: slices.Clone(lines[hr+1 : last]), after: lines[last:]}
}

// endOf is the first line from i on that is indented by no more than so many
// spaces and is neither empty nor a comment.
func endOf(lines []string, i, indent int) int {
	for ; i < len(lines); i++ {
		rest := strings.TrimLeft(lines[i], " ")
		if rest == "" || rest == "\r" || rest[0] == '#' && len(lines[i])-len(rest) > 0 {
			continue
		}
		if len(lines[i])-len(rest) <= indent {
			return i
		}
	}
	return i
}

// waitingLine is a line of the block without an answer: a key in quotes, a colon,
// and a comment at most.
var waitingLine = regexp.MustCompile(`^ {6,8}("(?:[^"\\]|\\.)*"): *(?:#.*)?\r?$`)

// keyLine is the line of a section or of a key that has keys below it.
var keyLine = regexp.MustCompile(`^( {4,6})([a-z_]+|"(?:[^"\\]|\\.)*"): *\r?$`)

// drop removes questions that nobody has answered and that are not open.
func (b *block) drop(open []*question) {
	want := map[string]bool{}
	for _, q := range open {
		want[q.topic.key()] = true
	}
	var kept []string
	var at topic
	for i, line := range b.lines {
		if m := keyLine.FindStringSubmatch(line); m != nil && b.hasBelow(i, len(m[1])) {
			at = append(at[:min(len(at), (len(m[1])-4)/2)], unquoted(m[2]))
		} else if m := waitingLine.FindStringSubmatch(line); m != nil {
			depth := (len(line) - len(strings.TrimLeft(line, " ")) - 4) / 2
			p := append(slices.Clone(at[:min(len(at), depth)]), unquoted(m[1]))
			if !want[p.key()] {
				continue
			}
		}
		kept = append(kept, line)
	}
	b.lines = kept
	for b.dropEmpty() {
	}
}

// hasBelow reports whether the next line is indented deeper.
func (b *block) hasBelow(i, indent int) bool {
	return i+1 < len(b.lines) && len(b.lines[i+1])-len(strings.TrimLeft(b.lines[i+1], " ")) > indent
}

// dropEmpty removes a section that has nothing left, or a key of one whose keys
// have keys below them.
func (b *block) dropEmpty() bool {
	section := ""
	for i, line := range b.lines {
		m := keyLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if len(m[1]) == 4 {
			section = m[2]
		}
		nested := len(m[1]) == 6 && (section == "sex" || section == "columns")
		if (len(m[1]) == 4 || nested) && !b.hasBelow(i, len(m[1])) {
			b.lines = slices.Delete(b.lines, i, i+1)
			return true
		}
	}
	return false
}

func unquoted(s string) string {
	if u, err := strconv.Unquote(s); err == nil {
		return u
	}
	return s
}

// put puts a question behind the others of its section.
func (b *block) put(q *question, hint string) {
	at := b.section(q.topic[0], 4, 0, len(b.lines))
	if len(q.topic) == 3 {
		end := endOf(b.lines, at, 4)
		at = b.section(quoted(q.topic[1]), 6, at, end)
	}
	indent := 2 + 2*len(q.topic)
	key := strings.Repeat(" ", indent) + quoted(q.topic[len(q.topic)-1]) + ":"
	end := endOf(b.lines, at, indent-2)
	for i := at; i < end; i++ {
		if m := waitingLine.FindStringSubmatch(b.lines[i]); m != nil && strings.HasPrefix(b.lines[i], key) {
			b.lines[i] = key + "    # " + hint // rows have moved
			return
		}
	}
	b.lines = slices.Insert(b.lines, end, key+"    # "+hint)
}

// section returns the index behind the line of a key, which it adds at the end
// of its part if it is not there.
func (b *block) section(key string, indent, from, to int) int {
	line := strings.Repeat(" ", indent) + key + ":"
	for i := from; i < to; i++ {
		if strings.TrimRight(b.lines[i], " \r") == line {
			return i + 1
		}
	}
	b.lines = slices.Insert(b.lines, to, line)
	return to + 1
}

func (b *block) String() string {
	lines := slices.Concat(b.before, b.lines, b.after)
	if len(b.lines) == 0 {
		lines = withoutBlock(b)
	}
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// withoutBlock takes the heads of a block away that holds nothing.
func withoutBlock(b *block) []string {
	before := b.before[:len(b.before)-1]
	if n := len(before) - 1; before[n] == askedKey && len(b.after) == 0 {
		before = before[:n]
		if n > 0 && before[n-1] == askedComment {
			before = before[:n-1]
		}
		for len(before) > 0 && before[len(before)-1] == "" {
			before = before[:len(before)-1]
		}
	}
	return slices.Concat(before, b.after)
}

// quoted is a text as a key of YAML.
func quoted(s string) string { return strconv.Quote(s) }
