package hr

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/source"
)

// maxByHand bounds how many lines are named that were changed by hand.
const maxByHand = 20

// ReadLedger reads the ledger of a table of headcounts, registered as file; nil
// if it is none. One whose lines somebody has changed is an error, and good enough
// to say what else was changed.
func ReadLedger(text []byte, file source.FileID, r *source.Reporter) *Ledger {
	var l Ledger
	at := source.At(source.Pos{File: file})
	switch err := json.Unmarshal(text, &l); {
	case err != nil:
		r.Error("hr-ledger", at, "the ledger is no JSON that an import wrote", "import the workbook again")
	case l.Schema != 1:
		r.Error("hr-ledger", at, fmt.Sprintf("schema %d of the ledger is not known to this program", l.Schema), "import the workbook again, or use a newer program")
	default:
		if l.Written.SHA256 != sha(l.table()) {
			r.Error("hr-ledger", at, "the ledger was changed by hand; its lines are not those that were written", "import the workbook again")
		}
		return &l
	}
	return nil
}

// table is the table of headcounts as the import wrote it.
func (l *Ledger) table() []byte {
	var b strings.Builder
	b.WriteString(strings.Join(Columns(), ",") + "\n")
	for _, line := range l.Lines {
		b.WriteString(line.Line + "\n")
	}
	return []byte(b.String())
}

// CheckLedger holds a table of headcounts against its ledger, and names the lines
// that were changed by hand since the import. Line ends do not count.
func CheckLedger(table []byte, file source.FileID, l *Ledger, r *source.Reporter) {
	left := map[string]LedgerLine{}
	for _, line := range l.Lines {
		left[groupOf(line.Line)] = line
	}
	c := byHand{file: file, name: l.Written.Name, r: r}
	lines := strings.Split(strings.TrimPrefix(string(table), "\ufeff"), "\n")
	for i, line := range lines[min(1, len(lines)):] {
		line = strings.TrimRight(line, "\r")
		if line == "" {
			continue
		}
		key := groupOf(line)
		was, known := left[key]
		delete(left, key)
		switch {
		case !known:
			c.report(int32(i+2), key, "the line was added by hand; no row of the workbook stands behind it")
		case was.Line != line:
			c.report(int32(i+2), key, fmt.Sprintf("the line was changed by hand; the import left %s, from %s", countOf(was.Line), brief([]string{was.From})))
		}
	}
	for _, line := range l.Lines {
		if _, gone := left[groupOf(line.Line)]; gone {
			c.report(0, groupOf(line.Line), "a line was taken out by hand: "+line.Line)
		}
	}
	if c.n > maxByHand {
		r.Error("hr-by-hand", source.At(source.Pos{File: file}), fmt.Sprintf("%d more lines were changed by hand", c.n-maxByHand), "import the workbook again")
	}
}

// byHand reports lines that are not those of the import.
type byHand struct {
	file source.FileID
	name string
	r    *source.Reporter
	n    int
}

func (c *byHand) report(line int32, key, what string) {
	if c.n++; c.n > maxByHand {
		return
	}
	c.r.Add(source.Diagnostic{
		Code: "hr-by-hand", At: source.At(source.Pos{File: c.file, A: line}), Key: c.name + ":" + key, Message: what,
		Fix: "correct the workbook or the decisions, and import again; or put the line back",
	})
}

// groupOf is a line of headcounts without its count.
func groupOf(line string) string {
	if i := strings.LastIndexByte(line, ','); i >= 0 {
		return line[:i]
	}
	return line
}

func countOf(line string) string { return line[strings.LastIndexByte(line, ',')+1:] }

// Movement is a row that has moved since the year before.
type Movement struct {
	Row         string
	Before, Now int64
}

// Movements returns the rows that moved by at least so many per cent of what they
// were and so many persons, those that moved most first. A row that was not there
// before has moved by all of its persons.
func Movements(before, now map[string]int64, perCent, persons int) []Movement {
	var out []Movement
	for row := range union(before, now) {
		m := Movement{row, before[row], now[row]}
		if d := m.distance(); d >= int64(persons) && d*100 >= int64(perCent)*m.Before {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b Movement) int {
		return cmp.Or(cmp.Compare(b.distance(), a.distance()), cmp.Compare(a.Row, b.Row))
	})
	return out
}

func (m Movement) distance() int64 { return max(m.Now-m.Before, m.Before-m.Now) }

func union(a, b map[string]int64) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string]int64{a, b} {
		for k := range m {
			out[k] = true
		}
	}
	return out
}
