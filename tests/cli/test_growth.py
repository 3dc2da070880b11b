"""Growth in constant prices, as the command tells it."""


def test_growth_in_prices_of_one_year_says_so_and_what_it_leaves_out(run, make_folder):
    folder = make_folder(
        trade="""
            period  figure
            1992    $368 million
            2020    $21.43 billion
            2021    $25.25 billion
        """,
        deflators="""
            unit  year  index    source
            USD   1992  140.3    s1
            USD   2021  270.970  s1
        """,
    )
    told = run("growth", "--real", "--data", folder)
    assert told.status == 0
    assert "in prices of 2021" in told.out
    assert "35.458–35.595 times" in told.out
    assert "Left out: 1 of 2 rows: deflators.csv has no index of 2020 for USD." in told.out
    rows = run("growth", "--real", "--data", folder, "--format", "json")
    assert ('"real": 2021' in rows.out, rows.err.count("Left out")) == (True, 1)


def test_prices_of_a_year_without_index_are_a_line_on_standard_error(run, make_folder):
    folder = make_folder(trade="period  figure\n2021    $25.25 billion")
    answer = run("growth", "--prices", "2021", "--data", folder)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "no deflators.csv in this folder" in answer.err
