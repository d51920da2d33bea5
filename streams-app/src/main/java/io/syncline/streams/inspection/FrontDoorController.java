package io.syncline.streams.inspection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** What a person sees who knows only the address. */
@Hidden
@Controller
final class FrontDoorController {

  @Get
  HttpResponse<?> open() {
    return HttpResponse.temporaryRedirect(URI.create("/swagger-ui"));
  }
}
