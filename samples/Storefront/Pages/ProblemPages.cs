namespace Storefront.Pages;

/// <summary>The pages for what should not happen.</summary>
internal static class ProblemPages
{
    internal static Page NotFound { get; } =
        new(
            "Not found",
            Html.Of(
                $"""
                <h1>There is nothing here</h1>
                <p>Perhaps the address is mistyped, or it is the order of another visit.</p>
                <p><a class="button" href="/">Back to the shop</a></p>
                """
            )
        )
        {
            Status = StatusCodes.Status404NotFound,
        };

    internal static Page StaleForm { get; } =
        new(
            "Please try again",
            Html.Of(
                $"""
                <h1>This form is too old</h1>
                <p>It comes from another visit, so nothing was done. Please open the page again.</p>
                <p><a class="button" href="/">Back to the shop</a></p>
                """
            )
        )
        {
            Status = StatusCodes.Status400BadRequest,
        };
}
