package hr

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
	"assemble/inputs/strict"

	"github.com/xuri/excelize/v2"
)

// trial is one import in a test.
type trial struct {
	files  source.Files
	report source.Reporter
	im     *Imported
}

// given is a file of a test.
type given struct {
	name string
	data []byte
}

// tryImport imports files for 2017.
func tryImport(t testing.TB, decisions string, files ...given) *trial {
	t.Helper()
	return tryRequest(t, Request{}, decisions, files...)
}

func tryRequest(t testing.TB, q Request, decisions string, files ...given) *trial {
	t.Helper()
	x := &trial{}
	if q.Year == 0 {
		q.Year = 2017
	}
	if q.AsOf.IsZero() {
		q.AsOf = strict.Date{Y: q.Year, M: 12, D: 31}
	}
	q.World, q.Report, q.Version = states(t), &x.report, "test"
	for _, f := range files {
		if read := sheet.Read(f.name, f.data, &x.files, &x.report); read != nil {
			q.Books = append(q.Books, read)
		}
	}
	q.Decisions = ReadDecisions([]byte(decisions), x.files.Add("data/decisions.yaml", []byte(decisions)), &x.report)
	x.im = Import(q)
	x.balance(t)
	return x
}

// balance wants every row of the sheets below their heads accounted for, once.
func (x *trial) balance(t testing.TB) {
	t.Helper()
	if x.im.Ledger == nil {
		return
	}
	balance(t, x.im.Ledger)
	for i, e := range x.im.extracts {
		below := e.sheet.LastRow - e.head[len(e.head)-1].n
		if n := x.im.Ledger.Tables[i].Read; n != below {
			t.Errorf("%s: %d rows were read of %d below the head", e.name, n, below)
		}
	}
}

// balance wants every row of every table accounted for, once.
func balance(t testing.TB, l *Ledger) {
	t.Helper()
	rows := l.Rows
	if rows.Read != rows.Counted+rows.Excluded+rows.Open {
		t.Errorf("%d rows read, but %d counted, %d excluded and %d open", rows.Read, rows.Counted, rows.Excluded, rows.Open)
	}
	excluded := 0
	for _, r := range l.Excluded {
		n := 0
		for _, where := range r.Where {
			_, set, _ := strings.Cut(where, "!")
			set = set[strings.LastIndexByte(set, '!')+1:]
			for part := range strings.SplitSeq(set, ",") {
				from, to, isRange := strings.Cut(part, "-")
				a, err := strconv.Atoi(from)
				b := a
				if isRange {
					b, err = strconv.Atoi(to)
				}
				if err != nil {
					t.Errorf("rows %q of rule %s", where, r.Rule)
				}
				n += b - a + 1
			}
		}
		if n != r.Rows {
			t.Errorf("rule %s leaves out %d rows, but names %d: %v", r.Rule, r.Rows, n, r.Where)
		}
		excluded += r.Rows
	}
	if excluded != rows.Excluded {
		t.Errorf("%d rows excluded, but %d by rules", rows.Excluded, excluded)
	}
	for _, table := range l.Tables {
		if table.Read != table.Counted+table.Excluded+table.Open {
			t.Errorf("%s: %+v", table.Sheet, table)
		}
	}
}

// messages are the diagnostics of a trial, one line each.
func (x *trial) messages() string {
	var b strings.Builder
	for _, d := range x.report.All() {
		fmt.Fprintf(&b, "%s %s: %s | %s\n", x.files.String(d.At.Start), d.Code, d.Message, d.Fix)
	}
	return b.String()
}

// published is the table of headcounts of the example, counted from an invented
// roster.
func published(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../examples/annual-report-2017/data/headcount-2017.csv")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// post is one line of the published table.
type post struct {
	category, grade, nation, sex string
	n                            int
}

func posts(t testing.TB) []post {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(published(t))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []post
	for _, r := range rows[1:] {
		n, err := strconv.Atoi(r[5])
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, post{r[1], r[2], r[3], r[4], n})
	}
	return out
}

// persons calls fn for each person of the published table, with a number.
func persons(t testing.TB, fn func(n int, p post)) {
	n := 0
	for _, p := range posts(t) {
		for range p.n {
			n++
			fn(n, p)
		}
	}
}

// workbook makes a workbook; build fills it.
func workbook(t testing.TB, name string, build func(f *excelize.File)) given {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	build(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return given{name, b.Bytes()}
}

// put writes a row of a sheet.
func put(f *excelize.File, sheetName string, row int, cells ...any) {
	if err := f.SetSheetRow(sheetName, source.CellName(row, 1), &cells); err != nil {
		panic(err)
	}
}

// text makes a separated text.
func text(name, separator string, rows ...[]string) given {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = rune(separator[0])
	_ = w.WriteAll(rows)
	return given{name, b.Bytes()}
}

func position() source.Pos { return source.Pos{File: 1, A: 1, B: 1} }
