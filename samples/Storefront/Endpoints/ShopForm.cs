using Storefront.Hosting;
using Storefront.Pages;

namespace Storefront.Endpoints;

/// <summary>Takes a form in, if it is the visit's own.</summary>
internal static class ShopForm
{
    /// <summary>The form's fields; null when it came from elsewhere, and then the answer is written.</summary>
    internal static async Task<IFormCollection?> ReadAsync(HttpContext context, Session session)
    {
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (session.IsOwnForm(form["token"]))
            {
                return form;
            }
        }

        await ProblemPages.StaleForm.WriteAsync(context, session);
        return null;
    }

    /// <summary>Leads on after a form, so that "reload" doesn't send it again.</summary>
    internal static void LeadTo(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
