package hr

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"
	"time"

	"assemble/inputs/sheet"
	"assemble/inputs/source"

	"github.com/xuri/excelize/v2"
)

// largeBook makes a workbook of so many persons in 12 columns.
func largeBook(t testing.TB, n int) []byte {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	set := func(row int, cells ...any) {
		if err := w.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
			t.Fatal(err)
		}
	}
	set(1, "Index no.", "Surname", "First name", "Sex", "Date of birth", "Nationality", "Category", "Grade", "Step", "Entry on duty", "Status", "Duty station")
	all := posts(t)
	name := namesIn(t, "en")
	for i := range n {
		p := all[i%len(all)]
		set(i+2, 100000+i, fmt.Sprintf("Testov%d", i), "Pat", p.sex, 25000+i%9000, name(p.nation), p.category, p.grade, i%10, 36000+i%7000, "Active", "Springfield")
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func importLarge(t testing.TB, data []byte, n int) {
	x := tryImport(t, "", given{"large.xlsx", data})
	if x.im.Failed() || x.im.Ledger.Rows.Persons != int64(n) {
		t.Fatalf("%d persons\n%.2000s", x.im.Ledger.Rows.Persons, x.messages())
	}
}

func benchmarkImport(b *testing.B, n int) {
	data := largeBook(b, n)
	b.ReportAllocs()
	for b.Loop() {
		importLarge(b, data, n)
	}
}

func BenchmarkImport11000(b *testing.B)  { benchmarkImport(b, 11_000) }
func BenchmarkImport200000(b *testing.B) { benchmarkImport(b, 200_000) }

// BenchmarkReading is the part of the reader in it.
func BenchmarkReading200000(b *testing.B) {
	data := largeBook(b, 200_000)
	for b.Loop() {
		var files source.Files
		var r source.Reporter
		for _, s := range sheet.Read("large.xlsx", data, &files, &r).Sheets() {
			for range s.Rows() {
			}
		}
	}
}

// TestLargeImport holds the bound of memory: 300 MB for 200,000 rows. Time is
// measured by the benchmarks.
func TestLargeImport(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const n = 200_000
	data := largeBook(t, n)
	runtime.GC()
	done, most := make(chan bool), make(chan uint64)
	go func() {
		var peak uint64
		var m runtime.MemStats
		for {
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
			select {
			case <-done:
				most <- peak
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	importLarge(t, data, n)
	done <- true
	if peak := <-most; peak > 300<<20 {
		t.Errorf("%d MB of memory", peak>>20)
	} else {
		t.Logf("%d MB of memory", peak>>20)
	}
}

// BenchmarkImportSmall is the cost of an import that hardly has rows.
func BenchmarkImportSmall(b *testing.B) {
	table := states(b)
	for b.Loop() {
		var x trial
		q := Request{Year: 2017, World: table, Report: &x.report}
		q.Books = []*sheet.Book{sheet.Read("Staff.csv", []byte(base), &x.files, &x.report)}
		q.Decisions = ReadDecisions(nil, 0, &x.report)
		if im := Import(q); im.Ledger.Rows.Persons != 5 {
			b.Fatal(im.Ledger.Rows)
		}
	}
}
