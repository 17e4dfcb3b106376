package decide

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// What the block of questions begins with. Lines of the block that have no answer
// belong to the program; all others to the person who wrote them.
const (
	askedComment = "# Asked by assemble import. Write each answer behind the colon, then import again."
	askedKey     = "asked:"
)

// block is the file of decisions in three parts: the lines before the questions
// of an area, those lines, and those behind.
type block struct {
	area                 string // the line of its key
	before, lines, after []string
	foreign              bool // what stands below asked: is indented in another way
}

// newBlock finds the block of an area in a file, or makes room for it at its end.
func newBlock(text, area string) *block {
	b := &block{area: "  " + area + ":"}
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	if strings.TrimSpace(text) == "" {
		lines = nil
	}
	top := slices.IndexFunc(lines, func(l string) bool { return strings.TrimRight(l, " \r") == askedKey })
	if top < 0 {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		b.before = append(lines, askedComment, askedKey, b.area)
		return b
	}
	end := endOf(lines, top+1, 0)
	for i := top + 1; i < end; i++ {
		if strings.TrimRight(lines[i], " \r") == b.area {
			last := endOf(lines, i+1, 2)
			b.before, b.lines, b.after = lines[:i+1], slices.Clone(lines[i+1:last]), lines[last:]
			return b
		}
	}
	b.before, b.after = append(slices.Clone(lines[:top+1]), b.area), lines[top+1:]
	for _, l := range lines[top+1 : end] {
		if rest := strings.TrimSpace(l); rest != "" && rest[0] != '#' {
			b.foreign = indentOf(l) != 2
			break
		}
	}
	return b
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

// drop removes questions that nobody has answered and that are not open, and
// keys that have nothing left below them.
func (b *block) drop(open []Question) {
	want := map[string]bool{}
	for _, q := range open {
		want[q.Path.key()] = true
	}
	var kept []string
	var parents []bool
	var at Path
	for i, line := range b.lines {
		parent := false
		if m := keyLine.FindStringSubmatch(line); m != nil && hasBelow(b.lines, i) {
			at, parent = append(at[:min(len(at), (len(m[1])-4)/2)], unquoted(m[2])), true
		} else if m := waitingLine.FindStringSubmatch(line); m != nil {
			depth := (indentOf(line) - 4) / 2
			if p := append(slices.Clone(at[:min(len(at), depth)]), unquoted(m[1])); !want[p.key()] {
				continue
			}
		}
		kept, parents = append(kept, line), append(parents, parent)
	}
	for i := len(kept) - 1; i >= 0; i-- { // from the innermost
		if parents[i] && !hasBelow(kept, i) {
			kept = slices.Delete(kept, i, i+1)
			parents = slices.Delete(parents, i, i+1)
		}
	}
	b.lines = kept
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// hasBelow reports whether the next line is indented deeper.
func hasBelow(lines []string, i int) bool {
	return i+1 < len(lines) && indentOf(lines[i+1]) > indentOf(lines[i])
}

func unquoted(s string) string {
	if u, err := strconv.Unquote(s); err == nil {
		return u
	}
	return s
}

// put puts a question behind the others of its section.
func (b *block) put(q Question) {
	at := b.section(q.Path[0], 4, 0, len(b.lines))
	if len(q.Path) == 3 {
		end := endOf(b.lines, at, 4)
		at = b.section(strconv.Quote(q.Path[1]), 6, at, end)
	}
	indent := 2 + 2*len(q.Path)
	key := strings.Repeat(" ", indent) + strconv.Quote(q.Path[len(q.Path)-1]) + ":"
	line := key + "    # " + printable(q.Hint)
	end := endOf(b.lines, at, indent-2)
	for i := at; i < end; i++ {
		if m := waitingLine.FindStringSubmatch(b.lines[i]); m != nil && strings.HasPrefix(b.lines[i], key) {
			b.lines[i] = line // rows have moved
			return
		}
	}
	b.lines = slices.Insert(b.lines, end, line)
}

// printable is a hint on one line without what a comment cannot hold: it may name
// a sheet or a file of somebody else.
func printable(hint string) string {
	clean := strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, hint)
	return strings.Join(strings.Fields(clean), " ")
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
	if len(b.lines) == 0 && strings.TrimRight(b.before[len(b.before)-1], " \r") == b.area {
		lines = b.without()
	}
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// without takes the heads of a block away that holds nothing.
func (b *block) without() []string {
	before := b.before[:len(b.before)-1]
	n := len(before) - 1
	if strings.TrimRight(before[n], " \r") == askedKey && (len(b.after) == 0 || indentOf(b.after[0]) == 0) {
		before = before[:n]
		if n > 0 && before[n-1] == askedComment {
			before = before[:n-1]
		}
		for len(before) > 0 && before[len(before)-1] == "" && len(b.after) == 0 {
			before = before[:len(before)-1]
		}
	}
	return slices.Concat(before, b.after)
}
