package sheet

import (
	"errors"
	"fmt"

	"assemble/inputs/source"
)

// fault is what ends the reading of a file. It knows the row and column, 0 where
// they have no part in it; the sheet is known to whom it is returned.
type fault struct {
	code     source.Code
	row, col int
	message  string
	fix      string
}

func (f *fault) Error() string { return f.message }

// inSheet is an error that a sheet is to blame for.
type inSheet struct {
	error
	file source.FileID
}

func (e inSheet) Unwrap() error { return e.error }

// errStop ends a pass whose consumer wants no more rows.
var errStop = errors.New("no more rows wanted")

const saveAgain = "open it in a spreadsheet program and save it again as .xlsx"

// damaged says that a file is not what its kind must be.
func damaged(what string) *fault {
	return &fault{code: "sheet-damaged", message: "the file is damaged: " + what, fix: "fetch it again, or " + saveAgain}
}

// tooMuch says that a bound is exceeded.
func tooMuch(code source.Code, limit int, of string) *fault {
	return &fault{
		code: code, message: fmt.Sprintf("there are more than %d %s", limit, of),
		fix: "check that it is the right file, or delete what is not part of the table",
	}
}

// in sets the place of a fault that has none yet.
func in(err error, row, col int) error {
	var f *fault
	if errors.As(err, &f) && f.row == 0 {
		placed := *f
		placed.row, placed.col = row, col
		return &placed
	}
	return err
}

// report adds the diagnostic of a fault in a file or one of its sheets. Errors of
// other packages are not passed on: their texts may quote the file.
func report(err error, file source.FileID, r *source.Reporter) {
	var f *fault
	if !errors.As(err, &f) {
		f = damaged("a part of it cannot be unpacked")
	}
	r.Error(f.code, source.At(source.Pos{File: file, A: int32(f.row), B: int32(f.col)}), f.message, f.fix)
}
