namespace Doku.Contracts.Runtime.Tests.Text;

/// <summary>What the official suite doesn't ask.</summary>
public sealed class TextFormatTests
{
    [Theory]
    [InlineData("date", "0000-01-01", true)]
    [InlineData("date", "0000-02-29", true)]
    [InlineData("date", "0001-02-29", false)]
    [InlineData("date-time", "0000-12-31T23:59:60Z", true)]
    [InlineData("date-time", "0001-01-01T00:00:00+01:00", true)]
    [InlineData("date-time", "9999-12-31T23:59:59-01:00", true)]
    [InlineData("date-time", "2026-11-22T08:51:02", false)]
    [InlineData("doku-jakarta", "00010101000000", true)]
    [InlineData("doku-jakarta", "20261331000000", false)]
    [InlineData("doku-utc", "20261122085102", true)]
    [InlineData("doku-utc", "0000-01-01T00:00:00Z", true)]
    [InlineData("email", "\"a\\\"b\"@example.com", true)]
    [InlineData("email", "\"a\"b\"@example.com", false)]
    [InlineData("email", "\"a\\\"@example.com", false)]
    [InlineData("email", "\"\"@example.com", true)]
    [InlineData("email", "a@[IPv6:1::2]", true)]
    [InlineData("email", "a@[1.2.3.4", false)]
    [InlineData("email", "a@b@c.id", false)]
    [InlineData("email", "é@example.com", false)]
    [InlineData("hostname", "a_b", false)]
    [InlineData("hostname", "xn--mnchen-3ya.de", true)]
    [InlineData("hostname", "XN--MNCHEN-3YA.DE", true)]
    [InlineData("hostname", "xn--", false)]
    [InlineData("hostname", "xn--99999999999999", false)]
    [InlineData("idn-hostname", "münchen.de", true)]
    [InlineData("idn-hostname", "München.de", false)]
    [InlineData("idn-hostname", "\ud83d\ude00.de", false)]
    [InlineData("uri", "http://[v1.a:b]/", true)]
    [InlineData("uri", "http://[v1.]/", false)]
    [InlineData("uri", "http://[::1%25eth0]/", false)]
    [InlineData("uri", "a:", true)]
    [InlineData("uri-reference", "a%2", false)]
    [InlineData("uri-reference", "?a?b/c", true)]
    [InlineData("iri", "http://a/\ue000", false)]
    [InlineData("iri", "http://a/?\ue000", true)]
    [InlineData("uri-template", "{+x:3,y*}{?z}", true)]
    [InlineData("uri-template", "{x:3*}", false)]
    [InlineData("uri-template", "{x", false)]
    [InlineData("uri-template", "%zz", false)]
    [InlineData("relative-json-pointer", "10#", true)]
    public void A_text_is_of_its_format_or_not(string format, string text, bool isValid)
    {
        Assert.Equal(isValid, TextFormats.Is(format, text, out var isKnown));
        Assert.True(isKnown);
    }

    [Fact]
    public void An_unpaired_surrogate_is_no_character_of_a_name_or_address()
    {
        Assert.False(TextFormats.IsIdnEmail("\ud800@example.com"));
        Assert.False(TextFormats.IsIdnHostname("\ud800.de"));
        Assert.False(TextFormats.IsIri("http://a/\ud800"));
        Assert.True(TextFormats.IsJsonPointer("/\ud800"));
    }

    [Fact]
    public void A_format_that_is_not_known_takes_any_text()
    {
        Assert.True(TextFormats.Is("tea", "coffee", out var isKnown));
        Assert.False(isKnown);
    }

    [Fact]
    public void A_time_that_can_not_be_held_is_valid_and_has_no_value()
    {
        var time = new Timestamp<Rfc3339>("0001-01-01T00:00:00+01:00");
        var errors = new ContractErrorSink(10);
        ContractChecks.Time(time, ref errors);
        Assert.Equal(0, errors.Count);
        Assert.Null(time.Value);
        Assert.Null(new Timestamp<Rfc3339>("0000-01-01T00:00:00Z").Value);
        Assert.Equal(
            new DateTimeOffset(2026, 11, 22, 8, 51, 2, TimeSpan.FromHours(7)),
            new Timestamp<Rfc3339>("2026-11-22T08:51:02+07:00").Value
        );
    }

    [Fact]
    public void No_format_fails_on_any_short_text()
    {
        var characters = "aZ09.:-/@[]{}%#?~\"\\ \0é\u0660א\u200d\ud83d\ude00,*+Pxn";
        var random = new Random(7);
        var names = TextFormats.Names.ToArray();
        for (var i = 0; i < 100_000; i++)
        {
            var text = new char[random.Next(20)];
            for (var at = 0; at < text.Length; at++)
            {
                text[at] = characters[random.Next(characters.Length)];
            }

            TextFormats.Is(names[i % names.Length], text, out _);
        }
    }
}
