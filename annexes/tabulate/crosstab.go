package tabulate

// Crosstab counts by row and column.
type Crosstab struct {
	rows, columns []string
	row, column   map[string]int
	cells         []int64 // row by row
	outside       []Count
}

// Count is a number of persons in one row and column.
type Count struct {
	Row, Column string
	N           int64
}

// NewCrosstab returns an empty table of these rows and columns, in this order.
// A name that stands twice counts at its first place.
func NewCrosstab(rows, columns []string) *Crosstab {
	return &Crosstab{
		rows: rows, columns: columns, row: places(rows), column: places(columns), cells: make([]int64, len(rows)*len(columns)),
	}
}

func places(names []string) map[string]int {
	at := make(map[string]int, len(names))
	for i, name := range names {
		if _, taken := at[name]; !taken {
			at[name] = i
		}
	}
	return at
}

// Add counts n persons.
func (c *Crosstab) Add(row, column string, n int64) {
	i, ok := c.row[row]
	j, also := c.column[column]
	if !ok || !also {
		c.leave(Count{row, column, n})
		return
	}
	c.cells[i*len(c.columns)+j] += n
}

func (c *Crosstab) leave(n Count) {
	for i := range c.outside {
		if x := &c.outside[i]; x.Row == n.Row && x.Column == n.Column {
			x.N += n.N
			return
		}
	}
	c.outside = append(c.outside, n)
}

// Cell is the count of a row and a column; 0 for those that are not in the
// table.
func (c *Crosstab) Cell(row, column string) int64 {
	i, ok := c.row[row]
	j, also := c.column[column]
	if !ok || !also {
		return 0
	}
	return c.cells[i*len(c.columns)+j]
}

// Row is the total of a row.
func (c *Crosstab) Row(row string) int64 {
	var sum int64
	for _, name := range c.columns {
		sum += c.Cell(row, name)
	}
	return sum
}

// Column is the total of a column.
func (c *Crosstab) Column(column string) int64 {
	var sum int64
	for _, name := range c.rows {
		sum += c.Cell(name, column)
	}
	return sum
}

// Total is the sum of all cells.
func (c *Crosstab) Total() int64 {
	var sum int64
	for _, n := range c.cells {
		sum += n
	}
	return sum
}

// Outside returns what fits no row or no column, in the order in which it was
// counted first.
func (c *Crosstab) Outside() []Count { return c.outside }

// Below counts the cells that are not empty, and those of them that are below a
// number: few persons can be known by their cell.
func (c *Crosstab) Below(n int64) (below, filled int) {
	for _, x := range c.cells {
		if x > 0 {
			filled++
			if x < n {
				below++
			}
		}
	}
	return below, filled
}
