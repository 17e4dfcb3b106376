package xlsx

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"assemble/inputs/source"

	"github.com/xuri/excelize/v2"
)

// look is how a cell is drawn.
type look struct {
	bold, large, head, total, right, link, quoted bool
	indent                                        int
	format                                        string
}

// styles knows the styles of a workbook.
type styles struct {
	file  *excelize.File
	known map[look]int
}

// id returns the style of a look.
func (s *styles) id(l look) (int, error) {
	if id, ok := s.known[l]; ok {
		return id, nil
	}
	id, err := s.make(l)
	if err == nil {
		s.known[l] = id
	}
	return id, err
}

const (
	textSize  = 11
	titleSize = 14
	lineColor = "17212B" // of the print
	linkColor = "0F4C70"
)

func (s *styles) make(l look) (int, error) {
	if l.quoted {
		return s.quoted(l)
	}
	st := &excelize.Style{Font: &excelize.Font{Bold: l.bold, Size: textSize, Family: "Calibri"}, Alignment: &excelize.Alignment{}}
	if l.large {
		st.Font.Size = titleSize
	}
	if l.link {
		st.Font.Color, st.Font.Underline = linkColor, "single"
	}
	if l.right {
		st.Alignment.Horizontal = "right"
	}
	if l.indent > 0 {
		st.Alignment.Horizontal, st.Alignment.Indent = "left", l.indent
	}
	if l.head {
		st.Alignment.WrapText, st.Alignment.Vertical = true, "bottom"
		st.Border = []excelize.Border{{Type: "bottom", Color: lineColor, Style: 2}}
	}
	if l.total {
		st.Border = []excelize.Border{{Type: "top", Color: lineColor, Style: 1}}
	}
	if l.format != "" {
		st.CustomNumFmt = &l.format
	}
	return s.file.NewStyle(st)
}

// quoted makes a style that keeps what is edited a text (ECMA-376, part 1,
// 18.8.45, quotePrefix). excelize has no word for it, so a copy of the style
// without it is added behind all others.
func (s *styles) quoted(l look) (int, error) {
	l.quoted = false
	id, err := s.id(l)
	if err != nil {
		return 0, err
	}
	xfs := s.file.Styles.CellXfs
	xf, yes := xfs.Xf[id], true
	xf.QuotePrefix = &yes
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return len(xfs.Xf) - 1, nil
}

// Widths of columns, in letters. The title and notes run over to the right.
const (
	narrowest, widest = 7, 50
	stubAtLeast       = 14
	pad               = 2
	lineHeight        = 15.0 // points
)

// layout sets what is seen of a sheet and how it is printed.
func (b *book) layout(s *sheet) error {
	head := s.headRow()
	lines := 1
	for j := range s.heads {
		w := s.width(j)
		col := source.CellName(0, j+1)
		if err := b.file.SetColWidth(s.name, col, col, float64(w)); err != nil {
			return err
		}
		lines = max(lines, wrapped(s.heads[j], w-pad))
	}
	if err := b.file.SetRowHeight(s.name, head, float64(lines)*lineHeight); err != nil {
		return err
	}
	if err := b.freeze(s); err != nil {
		return err
	}
	return b.print(s)
}

// freeze keeps heads and stubs in sight, where the lines above the heads leave
// room for the table.
func (b *book) freeze(s *sheet) error {
	const most = 15
	p := &excelize.Panes{Freeze: true, XSplit: s.stub() + 1, ActivePane: "topRight", TopLeftCell: source.CellName(1, s.stub()+2)}
	if s.headRow() <= most {
		p.YSplit, p.ActivePane = s.headRow(), "bottomRight"
		p.TopLeftCell = source.CellName(s.headRow()+1, s.stub()+2)
	}
	return b.file.SetPanes(s.name, p)
}

// print fits the columns to a sheet of A4 and repeats the heads on each.
func (b *book) print(s *sheet) error {
	const upright = 8
	if err := b.paper(s.name, len(s.heads) > upright); err != nil {
		return err
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted(s.name), s.headRow(), s.headRow()),
	})
}

func (b *book) paper(sheet string, landscape bool) error {
	a4, wide, high, orientation, fit := 9, 1, 0, "portrait", true
	if landscape {
		orientation = "landscape"
	}
	err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high})
	if err != nil {
		return err
	}
	return b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// quoted is the name of a sheet as it stands in a reference.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// width is that of the longest entry of a column and the longest word of its
// head.
func (s *sheet) width(column int) int {
	w := narrowest - pad
	if column <= s.stub() {
		w = stubAtLeast - pad
	}
	for _, word := range strings.Fields(s.heads[column]) {
		w = max(w, utf8.RuneCountInString(word))
	}
	for _, r := range s.rows {
		c := r.cells[column]
		n := utf8.RuneCountInString(c.text)
		if c.format != "" {
			n = digits(c)
		}
		if column == s.stub() {
			n += 2 * r.indent
		}
		w = max(w, n)
	}
	return min(w+pad, widest)
}

// digits is about how long a number is in print.
func digits(c cell) int {
	whole := 1
	for v := math.Abs(c.value); v >= 10 && whole < 20; v /= 10 {
		whole++
	}
	_, decimals, _ := strings.Cut(c.format, ".")
	return whole + (whole-1)/3 + strings.Count(decimals, "0") + strings.Count(c.format, `"`) + 1
}

// wrapped is how many lines a text takes in a width.
func wrapped(text string, width int) int {
	lines, at := 1, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if at > 0 && at+1+n > width {
			lines, at = lines+1, 0
		}
		if at > 0 {
			at++
		}
		at += n
	}
	return lines
}
