// Command answers invents the answers of offices to the questionnaire of the
// example: a register of offices, the form, and an export of each year.
//
// Run it in its folder; it writes the files anew. They are then imported like any
// other export, the earlier year first:
//
//	go run .
//	assemble import questionnaire answers/kobo-2016.csv --year 2016 \
//		--codebook answers/form-2016.csv --offices answers/offices.csv
//	assemble import questionnaire answers/kobo-2017.csv --year 2017 \
//		--codebook answers/form-2017.csv --offices answers/offices.csv
//
// # Sources
//
// How many offices gave an answer is as in C/109/4, the annual report for 2017;
// where that report has a chart without values, they are invented. Which offices
// gave it is drawn. All offices and respondents are invented; countries are those
// of package world.
//
// # Units
//
// Offices.
//
// # Errors
//
// Counts that cannot be drawn are a fault of the program and panic.
package main
