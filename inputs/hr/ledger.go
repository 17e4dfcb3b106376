package hr

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"assemble/inputs/source"
	"assemble/inputs/table"
)

// Ledger tells what an import did with every row of its workbooks. It holds
// counts, row ranges and values of categories, grades, nationalities and sexes;
// nothing of a person.
type Ledger struct {
	Schema    int              `json:"schema"`
	Tool      string           `json:"tool"`
	Year      int              `json:"year"`
	AsOf      string           `json:"as_of"`
	Files     []LedgerFile     `json:"files"`
	Tables    []LedgerTable    `json:"tables"`
	Skipped   []LedgerSheet    `json:"not_read,omitempty"`
	Rows      LedgerRows       `json:"rows"`
	Excluded  []LedgerRule     `json:"excluded"`
	Open      []LedgerQuestion `json:"open"`
	Decisions []LedgerDecision `json:"decisions"`
	Controls  []Control        `json:"controls"`
	Dual      int              `json:"persons_with_two_nationalities"`
	Margins   LedgerMargins    `json:"margins"`
	Written   LedgerWritten    `json:"written"`
	Lines     []LedgerLine     `json:"lines"`
}

// LedgerFile is a file that was read.
type LedgerFile struct {
	Name     string `json:"name"`
	Size     int64  `json:"size"`
	SHA256   string `json:"sha256"`
	Format   string `json:"format"`
	Macros   bool   `json:"macros_ignored,omitempty"`
	Date1904 bool   `json:"dates_from_1904,omitempty"`
}

// LedgerTable is a table that was read.
type LedgerTable struct {
	File     string   `json:"file"`
	Sheet    string   `json:"sheet"`
	Kind     string   `json:"kind"`
	Head     string   `json:"head_rows"`
	Language string   `json:"language,omitempty"`
	Category string   `json:"category_of_title,omitempty"`
	Columns  []string `json:"columns"`
	Hidden   int      `json:"hidden_rows,omitempty"`
	Unseen   []string `json:"hidden_columns,omitempty"`
	Read     int      `json:"rows_read"`
	Counted  int      `json:"rows_counted"`
	Excluded int      `json:"rows_excluded"`
	Open     int      `json:"rows_open"`
}

// LedgerSheet is a sheet that was not read. It has a number, not its name: people
// call sheets of notes after themselves.
type LedgerSheet struct {
	File   string `json:"file"`
	Sheet  int    `json:"sheet"` // from 1, hidden ones counted
	Hidden bool   `json:"hidden,omitempty"`
	Rows   int    `json:"rows"`
	Why    string `json:"why"`
}

// LedgerRows is the balance: read is counted, excluded and open together.
type LedgerRows struct {
	Read     int   `json:"read"`
	Counted  int   `json:"counted"`
	Excluded int   `json:"excluded"`
	Open     int   `json:"open"`
	Persons  int64 `json:"persons"`
}

// LedgerRule is a rule with the rows it left out.
type LedgerRule struct {
	Rule  string   `json:"rule"`
	Rows  int      `json:"rows"`
	Where []string `json:"where"`
}

// LedgerQuestion is a question that is open.
type LedgerQuestion struct {
	About string   `json:"about"`
	Rows  int      `json:"rows"`
	Where []string `json:"where"`
	What  string   `json:"what"`
}

// LedgerDecision is a decision that was made use of.
type LedgerDecision struct {
	About  string `json:"about"`
	Answer string `json:"answer"`
	Rows   int    `json:"rows"`
}

// LedgerMargins are the totals of the result.
type LedgerMargins struct {
	Category    map[string]int64            `json:"category"`
	Grade       map[string]map[string]int64 `json:"grade"`
	Nationality map[string]map[string]int64 `json:"nationality"`
	Sex         map[string]int64            `json:"sex"`
}

// LedgerWritten is what was written beside the ledger.
type LedgerWritten struct {
	Name    string `json:"name"`
	SHA256  string `json:"sha256"`
	Lines   int    `json:"lines"`
	Persons int64  `json:"persons"`
}

// LedgerLine is a line of the result with the rows that made it.
type LedgerLine struct {
	Line string `json:"line"`
	From string `json:"from"`
}

// ledger draws up the ledger.
func (im *Imported) ledger() *Ledger {
	l := &Ledger{Schema: 1, Tool: im.Version, Year: im.Year, AsOf: im.AsOf.String(), Skipped: im.skipped, Controls: im.controls, Dual: im.duals()}
	for _, b := range im.Books {
		l.Files = append(l.Files, LedgerFile{b.Name(), b.Size(), b.SHA256(), b.Format(), b.Macros, b.Date1904})
	}
	im.balance()
	for _, t := range im.extracts {
		l.addTable(im, t)
	}
	for _, r := range im.rules {
		if r.rows > 0 {
			l.Excluded = append(l.Excluded, LedgerRule{r.name, r.rows, im.where(r.where)})
		}
	}
	for _, q := range im.questions.pending() {
		l.Open = append(l.Open, LedgerQuestion{q.topic.String(), q.rows(), im.where(q.where), q.what})
	}
	for _, u := range im.uses {
		l.Decisions = append(l.Decisions, LedgerDecision{u.Path.String(), u.String(), u.rows})
	}
	im.margins(l)
	return l
}

// where names rows by sheet, in the order of the sheets.
func (im *Imported) where(by map[*extract]*rowSet) []string {
	out := []string{}
	for _, t := range im.extracts {
		if set := by[t]; set != nil {
			out = append(out, t.name+"!"+set.String())
		}
	}
	return out
}

// balance gives each rule the rows that it left out.
func (im *Imported) balance() {
	for _, t := range im.extracts {
		for i, f := range t.fates {
			if f >= firstRule {
				im.rules[f-firstRule].add(t, t.rows[i])
			}
		}
		if t.blank.n > 0 {
			f := im.ruling(blankRow)
			r := &im.rules[f-firstRule]
			r.rows += t.blank.n
			r.where[t] = &t.blank
		}
	}
}

func (r *rule) add(t *extract, row int32) {
	if r.where[t] == nil {
		r.where[t] = &rowSet{}
	}
	r.where[t].add(row)
	r.rows++
}

func (l *Ledger) addTable(im *Imported, t *extract) {
	x := LedgerTable{
		File: t.book.Name(), Sheet: t.sheet.Name, Kind: t.kind(), Language: t.lang, Category: string(t.category),
		Head: rowsOf(t.head), Columns: t.describe(), Read: len(t.rows) + t.blank.n, Excluded: t.blank.n,
	}
	for _, at := range t.sheet.HiddenColumns {
		x.Unseen = append(x.Unseen, source.CellName(0, at))
	}
	for _, m := range t.marks {
		if m&hidden != 0 {
			x.Hidden++
		}
	}
	for _, f := range t.fates {
		switch {
		case f == toCount:
			x.Counted++
		case f == waiting:
			x.Open++
		default:
			x.Excluded++
		}
	}
	l.Tables = append(l.Tables, x)
	l.Rows.Read += x.Read
	l.Rows.Counted += x.Counted
	l.Rows.Excluded += x.Excluded
	l.Rows.Open += x.Open
}

func rowsOf(head []headRow) string {
	var set rowSet
	for _, h := range head {
		set.add(int32(h.n))
	}
	return set.String()
}

// kind says what an extract is.
func (t *extract) kind() string {
	switch {
	case t.crossed:
		return "cross-tabulation"
	case t.isList() || t.measures()[0] == nil:
		return "list of persons"
	}
	return "list of counts"
}

func (im *Imported) margins(l *Ledger) {
	l.Margins = LedgerMargins{map[string]int64{}, map[string]map[string]int64{}, map[string]map[string]int64{}, map[string]int64{}}
	m := &l.Margins
	add := func(by map[string]map[string]int64, key string, sex Sex, n int64) {
		if by[key] == nil {
			by[key] = map[string]int64{}
		}
		by[key][sex.String()] += n
	}
	for _, r := range im.Rows() {
		m.Category[string(r.Category)] += r.Count
		m.Sex[r.Sex.String()] += r.Count
		add(m.Grade, string(r.Category)+" "+r.Grade, r.Sex, r.Count)
		add(m.Nationality, r.Nationality, r.Sex, r.Count)
		l.Rows.Persons += r.Count
	}
	for i, r := range im.Rows() {
		l.Lines = append(l.Lines, LedgerLine{r.line(im.Year), im.origin(im.order[i])})
	}
	l.Written = LedgerWritten{Name: orElse(im.Table, Name(im.Year)), SHA256: sha(im.CSV()), Lines: len(l.Lines), Persons: l.Rows.Persons}
}

// Name is the name of the table of headcounts of a year in the folder data.
func Name(year int) string { return fmt.Sprintf("headcount-%d.csv", year) }

func sha(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// JSON is the ledger as it stands in an edition.
func (l *Ledger) JSON() []byte { return table.Ledger(l) }
