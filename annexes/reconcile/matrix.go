package reconcile

import (
	"math/big"
	"slices"

	"assemble/inputs/source"
)

// Matrix holds the figures of a matrix against each other: in each row the
// grades and the sexes against the total, in each column the rows against the
// last one. sexes are the columns that are no grades.
func (b *Book) Matrix(name string, sexes []string, r *source.Reporter) {
	var grades []string
	for _, c := range b.Columns(name) {
		if !slices.Contains(sexes, c) {
			grades = append(grades, c)
		}
	}
	rows := b.Rows(name)
	for _, row := range append(slices.Clone(rows), Total) {
		total := b.Side(key(name, row, Total))
		at := name + "/" + row
		b.across(RowRule, at, "the sum of its grades", name, row, grades, total, r)
		b.across(SexRule, at, "the sum by sex", name, row, sexes, total, r)
	}
	for _, column := range append(append(grades, sexes...), Total) {
		b.Down(name, column, rows, Total, r)
	}
}

// across holds cells of a row against its total. A row of blanks adds up to 0.
func (b *Book) across(rule source.Code, at, what, name, row string, columns []string, total Side, r *source.Reporter) {
	keys := make([]source.Key, len(columns))
	for i, c := range columns {
		keys[i] = key(name, row, c)
	}
	Agree(rule, at, total, b.filled(b.Sum(what, keys...), total), r)
}

// Down holds rows of a column against the row that adds them up.
func (b *Book) Down(name, column string, rows []string, total string, r *source.Reporter) {
	keys := make([]source.Key, len(rows))
	for i, row := range rows {
		keys[i] = key(name, row, column)
	}
	sum := b.Side(key(name, total, column))
	Agree(ColumnRule, name+"/"+total+"/"+column, sum, b.filled(b.Sum("the sum of its rows", keys...), sum), r)
}

// filled gives a sum of blanks the value 0.
func (b *Book) filled(sum, total Side) Side {
	if sum.Value == nil {
		sum.Value, sum.At = new(big.Rat), total.At
	}
	return sum
}
