package page

import (
	"cmp"
	"math/big"
	"slices"

	"assemble/layout/style"
	"assemble/layout/units"
)

// seat is a place in the half circle: x from its centre to the right, y up.
type seat struct {
	x, y units.Sp
	turn int64 // how far round, from the left, in millionths of a half turn
	row  int
}

// arrange shares members among the rows in proportion to the radius,
// remainders to the outer rows, and lists the seats from left to right.
func arrange(c *style.Cover, members int) []seat {
	rows := c.SeatRows
	var sum int64
	radius := make([]int64, rows)
	for i := range radius {
		radius[i] = int64(c.SeatInner + units.Sp(i)*c.SeatStep)
		sum += radius[i]
	}
	counts, given := make([]int, rows), 0
	for i, r := range radius {
		counts[i] = int(int64(members) * r / sum)
		given += counts[i]
	}
	for i := rows - 1; given < members; i = (i + rows - 1) % rows {
		counts[i]++
		given++
	}
	var out []seat
	for row, n := range counts {
		for i := range n {
			turn := int64(500_000)
			if n > 1 {
				turn = int64(i) * 1_000_000 / int64(n-1)
			}
			// From the left end (half a turn) to the right end (none).
			cos, sin := circle(turn)
			out = append(out, seat{-units.MulDiv(units.Sp(radius[row]), cos, scale), units.MulDiv(units.Sp(radius[row]), sin, scale), turn, row})
		}
	}
	slices.SortStableFunc(out, func(a, b seat) int {
		return cmp.Or(cmp.Compare(a.turn, b.turn), cmp.Compare(a.row, b.row))
	})
	// Members gained stand on the last seats, which are those at the right end
	// of the outer rows.
	return out
}

// scale is the unit of circle.
const scale = 1 << 30

// circle returns cosine and sine of turn millionths of half a turn, times
// scale, by rational arithmetic: the same on every machine. (Taylor series to
// the 20th power; the error is far below one unit of length.)
func circle(turn int64) (cos, sin int64) {
	// x = π·turn/10^6, with π to 18 places.
	x := new(big.Int).Mul(big.NewInt(3_141_592_653_589_793_238), big.NewInt(turn))
	one := new(big.Int).Exp(big.NewInt(10), big.NewInt(24), nil)
	sum := [2]*big.Int{new(big.Int).Set(one), new(big.Int).Set(x)}
	term := [2]*big.Int{new(big.Int).Set(one), new(big.Int).Set(x)}
	xx := new(big.Int).Mul(x, x)
	xx.Quo(xx, one)
	for n := int64(2); n <= 30; n += 2 {
		for k := range 2 {
			d := (n - 1 + int64(k)) * (n + int64(k))
			term[k].Mul(term[k], xx)
			term[k].Quo(term[k], one)
			term[k].Quo(term[k], big.NewInt(d))
			term[k].Neg(term[k])
			sum[k].Add(sum[k], term[k])
		}
	}
	for k := range 2 {
		sum[k].Mul(sum[k], big.NewInt(scale))
		sum[k].Quo(sum[k], one)
	}
	return sum[0].Int64(), sum[1].Int64()
}

// onCircle returns place i of n round a circle of radius r, from the top.
func onCircle(r units.Sp, i, n int) (x, y units.Sp) {
	// A full turn is two half turns; the series is used up to half a turn.
	turn := int64(i) * 2_000_000 / int64(n)
	flip := int64(1)
	if turn > 1_000_000 {
		turn, flip = 2_000_000-turn, -1
	}
	cos, sin := circle(turn)
	return units.MulDiv(r, flip*sin, scale), -units.MulDiv(r, cos, scale)
}
