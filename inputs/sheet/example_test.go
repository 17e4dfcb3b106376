package sheet_test

import (
	"fmt"

	"assemble/inputs/sheet"
	"assemble/inputs/source"
)

// A table is read row by row; numbers that were kept as text say when they can be
// read in two ways.
func ExampleRead() {
	var files source.Files
	var r source.Reporter
	book := sheet.Read("staff.csv", []byte("Grade;Posts;Since\nP-3;1 467;31.12.2017\nP-4;1.467;01/02/2018\n"), &files, &r)
	if book == nil {
		fmt.Println(r.All())
		return
	}
	fmt.Println(book.Format())
	for _, s := range book.Sheets() {
		for row := range s.Rows() {
			if row.N == 1 {
				continue
			}
			posts, ambiguous, _ := sheet.ParseNumber(row.Cell(2).Text)
			since, _ := sheet.ParseDate(row.Cell(3).Text)
			fmt.Println(files.String(s.Pos(row.N, 2)), row.Cell(1).Text, posts.RatString(), ambiguous, since.Day, since.Ambiguous())
		}
	}
	// Output:
	// csv; UTF-8; semicolon
	// staff.csv!staff!B2 P-3 1467 false 2017-12-31 false
	// staff.csv!staff!B3 P-4 1467 true 2018-02-01 true
}
