package survey

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"assemble/inputs/table"
)

// Ledger tells what an import did with every row and column of an export. It
// holds counts, codes of offices and questions, and ranges of rows; nothing of
// who answered, and no free text.
type Ledger struct {
	Schema    int              `json:"schema"`
	Tool      string           `json:"tool"`
	Year      int              `json:"year"`
	Day       string           `json:"cut_off"`
	Platform  string           `json:"platform"`
	Files     []LedgerFile     `json:"files"`
	Tables    []LedgerTable    `json:"tables"`
	Rows      LedgerRows       `json:"rows"`
	Excluded  []LedgerRule     `json:"excluded"`
	Again     []LedgerAgain    `json:"answered_again"`
	Frame     LedgerFrame      `json:"frame"`
	Questions []LedgerTally    `json:"questions"`
	NotIn     []string         `json:"questions_not_in_export"`
	Open      []LedgerQuestion `json:"open"`
	Decisions []LedgerDecision `json:"decisions"`
	Written   []LedgerWritten  `json:"written"`
}

// LedgerFile is a file that was read.
type LedgerFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
	Format string `json:"format"`
}

// LedgerTable is a table that was read, with what its columns were taken for.
type LedgerTable struct {
	File    string         `json:"file"`
	Sheet   string         `json:"sheet"`
	Repeat  bool           `json:"repeat,omitempty"`
	Head    int            `json:"head_row"`
	Rows    int            `json:"rows"`
	Columns []LedgerColumn `json:"columns"`
}

// LedgerColumn is a column with what it was taken for, and why.
type LedgerColumn struct {
	Column   string `json:"column"`
	Role     string `json:"role"`
	Question string `json:"question,omitempty"`
	Option   string `json:"option,omitempty"`
	How      string `json:"how,omitempty"`
}

// LedgerRows is the balance: read is counted, excluded and waiting together.
type LedgerRows struct {
	Read     int `json:"read"`
	Counted  int `json:"counted"`
	Excluded int `json:"excluded"`
	Waiting  int `json:"waiting"`
}

// LedgerRule is a rule with the rows it left out.
type LedgerRule struct {
	Rule  string `json:"rule"`
	Rows  int    `json:"rows"`
	Where string `json:"where"`
}

// LedgerAgain is an office that answered more than once.
type LedgerAgain struct {
	Office string `json:"office"`
	Taken  int    `json:"row_taken"`
	Others string `json:"rows_left_out"`
}

// LedgerFrame is who was to answer.
type LedgerFrame struct {
	Offices  int      `json:"offices"`
	Answered int      `json:"answered"`
	Missing  []string `json:"did_not_answer"`
}

// LedgerTally is how a question was answered.
type LedgerTally struct {
	Question      string `json:"question"`
	Answered      int64  `json:"answered"`
	Blank         int64  `json:"blank"`
	NotApplicable int64  `json:"not_applicable"`
	NotAsked      int64  `json:"not_asked"`
	Text          string `json:"text,omitempty"`
}

// LedgerQuestion is a question that is open.
type LedgerQuestion struct {
	About string `json:"about"`
	What  string `json:"what"`
	Rows  string `json:"rows"`
}

// LedgerDecision is a decision that was made use of.
type LedgerDecision struct {
	About  string `json:"about"`
	Answer string `json:"answer"`
	Times  int    `json:"times"`
}

// LedgerWritten is a file that was written beside the ledger.
type LedgerWritten struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Lines  int    `json:"lines"`
}

// ledger draws up the ledger.
func (im *Imported) ledger() *Ledger {
	l := &Ledger{
		Schema: 1, Tool: im.Version, Year: im.Year, Day: im.Day.String(), Platform: im.Platform, NotIn: im.absent(),
		Excluded: []LedgerRule{}, Again: []LedgerAgain{}, Open: []LedgerQuestion{}, Decisions: []LedgerDecision{},
	}
	for _, b := range im.Books {
		l.Files = append(l.Files, LedgerFile{b.Name(), b.Size(), b.SHA256(), b.Format()})
	}
	for _, t := range append([]*extract{im.main}, im.repeats...) {
		l.Tables = append(l.Tables, t.ledger(t != im.main))
	}
	im.balance(l)
	im.frame(l)
	for _, q := range im.open {
		l.Open = append(l.Open, LedgerQuestion{q.path.String(), q.what, q.rows.String()})
	}
	for _, u := range im.uses {
		l.Decisions = append(l.Decisions, LedgerDecision{u.Path.String(), u.String(), u.rows})
	}
	for _, f := range im.tables() {
		sum := sha256.Sum256(f.Data)
		l.Written = append(l.Written, LedgerWritten{f.Name, hex.EncodeToString(sum[:]), bytes.Count(f.Data, []byte("\n"))})
	}
	return l
}

func (t *extract) ledger(repeat bool) LedgerTable {
	out := LedgerTable{File: t.book.Name(), Sheet: t.sheet.Name, Repeat: repeat, Head: t.head, Rows: len(t.rows)}
	for _, c := range t.columns {
		x := LedgerColumn{Column: c.head, Role: c.role.String(), How: c.how}
		if c.item != nil && c.role != officeRole {
			x.Question = c.item.Code
		}
		switch {
		case c.role != optionRole:
		case c.option == notOption:
			x.Option = NotApplicableMeasure
		default:
			x.Option = c.item.Options[c.option].Code
		}
		out.Columns = append(out.Columns, x)
	}
	return out
}

// balance counts the rows by what became of them.
func (im *Imported) balance(l *Ledger) {
	by := map[string]*rowSet{}
	again := map[string]*rowSet{}
	taken := map[string]int{}
	var rules []string
	for _, s := range im.rows {
		l.Rows.Read++
		switch s.excluded {
		case "":
			l.Rows.Counted++
			taken[s.office] = s.n
			continue
		case ruleWaiting:
			l.Rows.Waiting++
			continue
		case ruleEarlier:
			if again[s.office] == nil {
				again[s.office] = &rowSet{}
			}
			again[s.office].add(int32(s.n))
		}
		l.Rows.Excluded++
		if by[s.excluded] == nil {
			by[s.excluded] = &rowSet{}
			rules = append(rules, s.excluded)
		}
		by[s.excluded].add(int32(s.n))
	}
	for _, rule := range rules {
		l.Excluded = append(l.Excluded, LedgerRule{rule, by[rule].len(), by[rule].String()})
	}
	for _, o := range im.Offices.All() {
		if set := again[o.Code]; set != nil {
			l.Again = append(l.Again, LedgerAgain{o.Code, taken[o.Code], set.String()})
		}
	}
}

// frame tells who answered, and how.
func (im *Imported) frame(l *Ledger) {
	y := im.Results()
	l.Frame = LedgerFrame{Offices: len(y.Frame()), Answered: len(im.Answers.Offices()), Missing: []string{}}
	for _, o := range y.List(Query{Of: Missing}) {
		l.Frame.Missing = append(l.Frame.Missing, o.Code)
	}
	for _, it := range im.kept() {
		n := func(of Of) int64 { return y.Count(Query{Of: of, Question: it.Code}) }
		t := LedgerTally{Question: it.Code, Answered: n(Gave), Blank: n(LeftBlank), NotApplicable: n(SaidNotApplicable), NotAsked: n(PassedOver)}
		if it.Type == Text {
			t.Text = "not kept"
			if im.keepsText(it) {
				t.Text = "kept"
			}
		}
		l.Questions = append(l.Questions, t)
	}
}

// Results are the answers as an edition will have them.
func (im *Imported) Results() *Year {
	return &Year{Day: im.Day, Offices: im.Offices, Book: im.Book, Answers: im.Answers}
}

// JSON is the ledger as it stands in an edition.
func (l *Ledger) JSON() []byte { return table.Ledger(l) }

// File is a file to be written into the folder data of an edition.
type File struct {
	Name string
	Data []byte
}

// Names of the files of an import.
const (
	OfficesName  = "offices.csv"
	CodebookName = "codebook.yaml"
)

// AnswersName is the name of the table of answers of a year; LedgerName that of
// its ledger.
func AnswersName(year int) string { return fmt.Sprintf("answers-%d.csv", year) }

// LedgerName is the name of the ledger of a table of answers.
func LedgerName(year int) string { return table.LedgerName(AnswersName(year)) }

// tables are the files that the ledger tells of.
func (im *Imported) tables() []File {
	return []File{
		{OfficesName, im.Offices.Text()}, {CodebookName, im.Book.Text()}, {AnswersName(im.Year), im.Answers.Text(im.Book)},
	}
}

// Files are all files of the import, the ledger last: whoever finds it finds
// what it tells of.
func (im *Imported) Files() []File {
	return append(im.tables(), File{LedgerName(im.Year), im.Ledger.JSON()})
}

// absent are the codes of questions that the export has no column for.
func (im *Imported) absent() []string {
	out := []string{}
	for _, it := range im.Form.items {
		if !it.personal && it != im.office.item && !slices.Contains(im.kept(), it) {
			out = append(out, it.Code)
		}
	}
	return out
}

// Summary says in a few lines what was done.
func (im *Imported) Summary() []string {
	l := im.Ledger
	lines := []string{fmt.Sprintf("%s: %s read, %d counted, %d left out, %d waiting for a decision", im.Platform, counted(l.Rows.Read, "row"), l.Rows.Counted, l.Rows.Excluded, l.Rows.Waiting)}
	for _, x := range l.Excluded {
		lines = append(lines, fmt.Sprintf("  %s: rows %s", x.Rule, x.Where))
	}
	rate := ""
	if l.Frame.Offices > 0 {
		rate = fmt.Sprintf(" (%d%%)", (200*l.Frame.Answered+l.Frame.Offices)/(2*l.Frame.Offices))
	}
	lines = append(lines, fmt.Sprintf("%d of %d offices answered%s", l.Frame.Answered, l.Frame.Offices, rate))
	if n := len(l.Frame.Missing); n > 0 {
		const most = 12
		names := strings.Join(l.Frame.Missing[:min(n, most)], ", ")
		if n > most {
			names += " …"
		}
		lines = append(lines, fmt.Sprintf("  %d did not: %s", n, names))
	}
	personal, texts := 0, 0
	for _, t := range l.Tables {
		for _, c := range t.Columns {
			if c.Role == personalRole.String() {
				personal++
			}
		}
	}
	for _, q := range l.Questions {
		if q.Text == "not kept" {
			texts++
		}
	}
	lines = append(lines, fmt.Sprintf("%s; %s about persons not read, texts of %s not kept", counted(len(l.Questions), "question"), counted(personal, "column"), counted(texts, "question")))
	for _, q := range im.Book.Questions {
		if q.Changed == im.Year {
			lines = append(lines, fmt.Sprintf("  the wording of %s changed", q.Code))
		}
		for _, o := range q.Options {
			if o.Changed == im.Year {
				lines = append(lines, fmt.Sprintf("  the wording of the option %s of %s changed", o.Code, q.Code))
			}
		}
	}
	return lines
}
